import { msg } from '@lingui/core/macro'
import type { WebCapability } from '#kernel/web/capability.ts'

export { AccountsTab } from './contact/accounts-tab.tsx'
export { ContactHeader } from './contact/contact-header.tsx'
export { HistoryTab } from './contact/history-tab.tsx'
export { InBin } from './contact/in-bin.tsx'
export { InsuredTab } from './contact/insured-tab.tsx'
export { useContactTodos } from './contact/use-contact-todos.tsx'
export { useAccountWords } from './use-account-words.ts'
export { useCustomerWords } from './use-customer-words.ts'
export { useFieldWords } from './use-field-words.ts'

/** Customers: contacts, and the accounts that gather them. */
export const customersWeb: WebCapability = {
  name: 'customers',
  records: { contact: '/contacts', account: '/accounts' },
  pages: [
    { path: '/contacts', needs: 'contact.view', load: () => import('./contacts/contacts-page.tsx').then((page) => page.ContactsPage) },
    {
      path: '/contacts/new',
      needs: 'contact.create',
      load: () => import('./contact-form/new-contact-page.tsx').then((page) => page.NewContactPage),
    },
    {
      path: '/contacts/$id/edit',
      needs: 'contact.edit',
      load: () => import('./contact-form/edit-contact-page.tsx').then((page) => page.EditContactPage),
    },
    { path: '/accounts', needs: 'account.view', load: () => import('./accounts/accounts-page.tsx').then((page) => page.AccountsPage) },
    {
      path: '/accounts/new',
      needs: 'account.create',
      load: () => import('./account-form/new-account-page.tsx').then((page) => page.NewAccountPage),
    },
    { path: '/accounts/$id', needs: 'account.view', load: () => import('./account/account-page.tsx').then((page) => page.AccountPage) },
    {
      path: '/accounts/$id/edit',
      needs: 'account.edit',
      load: () => import('./account-form/edit-account-page.tsx').then((page) => page.EditAccountPage),
    },
  ],
  navigation: [
    { group: 'relation', rank: 10, label: msg`Clients`, icon: 'contact', to: '/contacts', needs: 'contact.view' },
    { group: 'relation', rank: 20, label: msg`Comptes`, icon: 'account', to: '/accounts', needs: 'account.view' },
  ],
  creations: [
    { rank: 10, label: msg`Nouveau client`, icon: 'contact', to: '/contacts/new', needs: 'contact.create' },
    { rank: 20, label: msg`Nouveau compte`, icon: 'account', to: '/accounts/new', needs: 'account.create' },
  ],
  refreshes: { contact: ['account', 'tag'], account: ['contact'], consent: ['contact'] },
}
