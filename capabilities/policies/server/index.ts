import type { Capability } from '#kernel/server/capability.ts'
import { implement } from '#kernel/server/door.ts'
import { follow } from '#kernel/server/occasions.ts'
import { policyOperations as operations } from '../contract.ts'
import { amendPolicy, previewAmendment } from './amend-policy.ts'
import { createPolicy } from './create-policy.ts'
import { editDraft, issuePolicy, updatePolicy } from './edit-draft.ts'
import { foundStates } from './found-states.ts'
import { holdHolders } from './held-holders.ts'
import { showHolders } from './holder-place.ts'
import { holdersOf } from './holders-of.ts'
import { keepStates } from './keep-states.ts'
import {
  cancelByHand,
  findDoubleInsurance,
  policyHistory,
  previewCancellation,
  reinstateByHand,
  suspendByHand,
  voidPolicy,
} from './move-policy.ts'
import { listPolicies } from './policy-list.ts'
import { declineRenewal, previewRenewal, renewPolicy } from './renew-policy.ts'
import { getPolicy } from './show-policy.ts'
import { writeNotices } from './renewal/make-notices.ts'
import { noticeLetter } from './renewal/notice-letter.ts'
import { renewalImplementations } from './renewal/renewals.ts'
import { policyExport } from './export/policy-export.ts'
import { policyImport } from './import/policy-import.ts'

export { cancelPolicy } from './cancel-policy.ts'
export { earnedPremiumOf } from './earned-premium.ts'
export { foldPolicy } from './import/fold-policy.ts'
export { policyByExternalId, policyByNumberAndHolder, policyRecords } from './import/policy-import.ts'
export { policyImportFields } from './import/policy-fields.ts'
export { keepStates as keepImportedStates } from './import/check-policies.ts'
export { notePaidTerms } from './import/note-paid-terms.ts'
export { policyRelation } from './import/policy-relation.ts'
export { keepStatesOf } from './keep-states.ts'
export { demandMove, loadPolicy, readPolicy, type PolicyRecord } from './load-policy.ts'
export type { PolicyBilled, PolicyEnded } from './occasions.ts'
export { policiesOfContact } from './policies-of-contact.ts'
export { policyList } from './policy-list.ts'
export { policyPaid } from './policy-paid.ts'
export { renewTerm } from './renew-policy.ts'
export { policyStatusSql, todayOf } from './status-sql.ts'
export { reinstatePolicy, suspendPolicy } from './suspend-policy.ts'

export const policiesServer: Capability = {
  name: 'policies',
  implementations: [
    implement(operations.listPolicies, listPolicies),
    implement(operations.findDoubleInsurance, findDoubleInsurance),
    implement(operations.getPolicy, getPolicy),
    implement(operations.createPolicy, createPolicy),
    implement(operations.editDraft, editDraft),
    implement(operations.updatePolicy, updatePolicy),
    implement(operations.issuePolicy, issuePolicy),
    implement(operations.previewAmendment, previewAmendment),
    implement(operations.amendPolicy, amendPolicy),
    implement(operations.suspendPolicy, suspendByHand),
    implement(operations.reinstatePolicy, reinstateByHand),
    implement(operations.previewCancellation, previewCancellation),
    implement(operations.cancelPolicy, cancelByHand),
    implement(operations.voidPolicy, voidPolicy),
    implement(operations.previewRenewal, previewRenewal),
    implement(operations.renewPolicy, renewPolicy),
    implement(operations.declineRenewal, declineRenewal),
    implement(operations.policyHistory, policyHistory),
    ...renewalImplementations,
  ],
  jobs: [keepStates, writeNotices],
  importables: [policyImport],
  exportables: [policyExport],
  attachments: [
    { table: 'policy', columns: ['contact_id'] },
    { table: 'policy_party', columns: ['contact_id'] },
  ],
  templates: [noticeLetter],
  followers: [follow('contact.leaving', holdHolders), follow('contact.moved', (ctx, { ids }) => showHolders(ctx, { contactIds: ids }))],
  searches: [{ kind: 'policy', permission: 'policy.view', path: '/policies', holders: holdersOf, states: foundStates }],
}
