import { msg } from '@lingui/core/macro'
import type { WebCapability } from '#kernel/web/capability.ts'

export { PayButton, type PayButtonProps } from './pay/pay-button.tsx'
export { ReceivablesTab, type ReceivablesTabProps } from './tab/receivables-tab.tsx'
export { useReceivableWords } from './use-receivable-words.ts'

/** Receivables: bills, payments, recovery. */
export const receivablesWeb: WebCapability = {
  name: 'receivables',
  pages: [
    {
      path: '/receivables',
      needs: 'receivable.view',
      load: () => import('./lists/receivables-page.tsx').then((page) => page.ReceivablesPage),
    },
    { path: '/receivables/aged', needs: 'receivable.view', load: () => import('./aged/aged-page.tsx').then((page) => page.AgedPage) },
    { path: '/receivables/$id', needs: 'receivable.view', load: () => import('./bill/bill-page.tsx').then((page) => page.BillPage) },
    { path: '/promises', needs: 'receivable.view', load: () => import('./lists/promises-page.tsx').then((page) => page.PromisesPage) },
    { path: '/payments', needs: 'payment.view', load: () => import('./lists/payments-page.tsx').then((page) => page.PaymentsPage) },
    { path: '/payments/day', needs: 'payment.view', load: () => import('./payment/day-page.tsx').then((page) => page.DayPage) },
    { path: '/payments/$id', needs: 'payment.view', load: () => import('./payment/payment-page.tsx').then((page) => page.PaymentPage) },
    { path: '/recovery', needs: 'receivable.view', load: () => import('./recovery/recovery-page.tsx').then((page) => page.RecoveryPage) },
    {
      path: '/recovery/$id',
      needs: 'receivable.view',
      load: () => import('./recovery/recovery-case-page.tsx').then((page) => page.RecoveryCasePage),
    },
  ],
  navigation: [
    { group: 'insurance', rank: 40, label: msg`Créances`, icon: 'receivable', to: '/receivables', needs: 'receivable.view' },
    { group: 'insurance', rank: 50, label: msg`Encaissements`, icon: 'payment', to: '/payments', needs: 'payment.view' },
    { group: 'insurance', rank: 60, label: msg`Recouvrement`, icon: 'recovery', to: '/recovery', needs: 'receivable.view' },
  ],
  notices: () => import('./notices.tsx').then((module) => module.receivableNotices),
  records: { receivable: '/receivables', payment: '/payments' },
  refreshes: { receivable: ['payment', 'promise', 'policy', 'recovery'], payment: ['receivable', 'recovery'], policy: ['receivable'] },
}
