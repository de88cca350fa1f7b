import type { Capability } from '#kernel/server/capability.ts'
import { implement } from '#kernel/server/door.ts'
import { listTags } from '#kernel/server/tags.ts'
import { activityImport } from '#capabilities/activities/server/index.ts'
import { customerOperations as operations } from '../contract.ts'
import { contactAccounts, listMembers, removeMember, setMember } from './account-members.ts'
import { listAccounts } from './account-list.ts'
import { bulkAssign, bulkCreate, bulkDelete, bulkTag, undoBulk } from './bulk.ts'
import { listContacts } from './contact-list.ts'
import { createContact } from './create-contact.ts'
import { findSimilar } from './find-similar.ts'
import { contactHistory } from './history.ts'
import { accountExport, contactExport } from './export/contact-export.ts'
import { accountImport } from './import/account-import.ts'
import { contactImport } from './import/contact-import.ts'
import { contactLookups } from './import/contact-relation.ts'
import { assignContact, deleteContact, restoreContact, unmaskContact } from './move-contact.ts'
import { getContact } from './show-contact.ts'
import { updateContact } from './update-contact.ts'
import { assignAccount, createAccount, deleteAccount, getAccount, restoreAccount, updateAccount } from './write-account.ts'

export { accountList } from './account-list.ts'
export { accountsOf } from './account-members.ts'
export { contactList } from './contact-list.ts'
export { agencyRelation, ownerRelation } from './import/chunk-steps.ts'
export { contactImport } from './import/contact-import.ts'
export { contactLookups, contactRelation, refuseHoldersOutOfReach } from './import/contact-relation.ts'
export { recordHistory } from './history.ts'
export { keepImportedCover, undoImportedCover } from './import/imported-cover.ts'
export { keepCover } from './keep-cover.ts'
export { loadContact } from './load-contact.ts'
export { placeWithin, type Placement } from './placement.ts'
export { getContact } from './show-contact.ts'

export const customersServer: Capability = {
  name: 'customers',
  implementations: [
    implement(operations.listContacts, listContacts),
    implement(operations.findSimilar, findSimilar),
    implement(operations.bulkCreateContacts, bulkCreate),
    implement(operations.bulkAssignContacts, bulkAssign),
    implement(operations.bulkTagContacts, bulkTag),
    implement(operations.bulkDeleteContacts, bulkDelete),
    implement(operations.undoBulk, undoBulk),
    implement(operations.getContact, getContact),
    implement(operations.createContact, createContact),
    implement(operations.updateContact, updateContact),
    implement(operations.assignContact, assignContact),
    implement(operations.deleteContact, deleteContact),
    implement(operations.restoreContact, restoreContact),
    implement(operations.unmaskContact, unmaskContact),
    implement(operations.contactHistory, contactHistory),
    implement(operations.contactAccounts, contactAccounts),
    implement(operations.listTags, listTags),
    implement(operations.listAccounts, listAccounts),
    implement(operations.getAccount, getAccount),
    implement(operations.createAccount, createAccount),
    implement(operations.updateAccount, updateAccount),
    implement(operations.assignAccount, assignAccount),
    implement(operations.deleteAccount, deleteAccount),
    implement(operations.restoreAccount, restoreAccount),
    implement(operations.listMembers, listMembers),
    implement(operations.setMember, setMember),
    implement(operations.removeMember, removeMember),
  ],
  searches: [
    { kind: 'contact', permission: 'contact.view', path: '/contacts' },
    { kind: 'account', permission: 'account.view', path: '/accounts' },
  ],
  importables: [contactImport, accountImport, activityImport(contactLookups)],
  exportables: [contactExport, accountExport],
}
