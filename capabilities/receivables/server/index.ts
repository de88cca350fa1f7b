import type { Capability } from '#kernel/server/capability.ts'
import { implement } from '#kernel/server/door.ts'
import { follow } from '#kernel/server/occasions.ts'
import { receivableOperations as operations } from '../contract.ts'
import { billPolicy } from './bills/bill-policy.ts'
import { createReceivable } from './bills/create-bill.ts'
import { endWithPolicy } from './bills/end-with-policy.ts'
import { litigateReceivable, reopenReceivable, settleAmicably, voidReceivable, writeOffReceivable } from './bills/move-bill.ts'
import { updateReceivable } from './bills/update-bill.ts'
import { holdCustomers } from './hold-customers.ts'
import { billExport } from './export/bill-export.ts'
import { paymentExport } from './export/payment-export.ts'
import { billImport } from './import/bill-import.ts'
import { paymentImport } from './import/payment-import.ts'
import { policyFileImport } from './import/policy-file.ts'
import { makeReceipt } from './letters/make-receipt.ts'
import { receiptLetter } from './letters/receipt.ts'
import { receivablesNight } from './nightly/night.ts'
import { allocateCredit, reallocatePayment } from './payments/reallocate-payment.ts'
import { recordPayment } from './payments/record-payment.ts'
import { refundCustomer } from './payments/refund-customer.ts'
import { bouncePayment, voidPayment } from './payments/take-back-payment.ts'
import { updatePayment } from './payments/update-payment.ts'
import { cancelPromise, recordPromise } from './promises/record-promise.ts'
import { agedBalance } from './reading/aged-balance.ts'
import { dayOfTill } from './reading/day-of-till.ts'
import { duesOfContact } from './reading/dues-of-contact.ts'
import { holdersOfBills } from './reading/holders.ts'
import { listPayments } from './reading/payment-list.ts'
import { listPromises } from './reading/promise-list.ts'
import { listReceivables } from './reading/receivable-list.ts'
import { readReceivablesOf } from './reading/receivables-of-contact.ts'
import { getReceivable } from './reading/show-bill.ts'
import { getPayment } from './reading/show-payment.ts'
import { recoveryFollowers } from './recovery/close-cases.ts'
import { recoveryTemplates } from './recovery/letters.ts'
import { openRecoveryCases } from './recovery/open-cases.ts'
import { recoveryImplementations } from './recovery/recovery.ts'

export { paymentList } from './reading/payment-list.ts'
export { receivableList } from './reading/receivable-list.ts'
export { balanceOfContact, balancesOf, receivablesOfContact } from './reading/receivables-of-contact.ts'
export { billSearchText } from './bills/write-bill.ts'
export { nightOf } from './nightly/night.ts'

export const receivablesServer: Capability = {
  name: 'receivables',
  implementations: [
    implement(operations.listReceivables, listReceivables),
    implement(operations.agedBalance, agedBalance),
    implement(operations.listPromises, listPromises),
    implement(operations.getReceivable, getReceivable),
    implement(operations.receivablesOf, readReceivablesOf),
    implement(operations.createReceivable, createReceivable),
    implement(operations.updateReceivable, updateReceivable),
    implement(operations.voidReceivable, voidReceivable),
    implement(operations.litigateReceivable, litigateReceivable),
    implement(operations.settleAmicably, settleAmicably),
    implement(operations.writeOffReceivable, writeOffReceivable),
    implement(operations.reopenReceivable, reopenReceivable),
    implement(operations.recordPromise, recordPromise),
    implement(operations.cancelPromise, cancelPromise),
    implement(operations.listPayments, listPayments),
    implement(operations.dayOfTill, dayOfTill),
    implement(operations.duesOf, duesOfContact),
    implement(operations.getPayment, getPayment),
    implement(operations.recordPayment, recordPayment),
    implement(operations.allocateCredit, allocateCredit),
    implement(operations.refundCustomer, refundCustomer),
    implement(operations.updatePayment, updatePayment),
    implement(operations.reallocatePayment, reallocatePayment),
    implement(operations.bouncePayment, bouncePayment),
    implement(operations.voidPayment, voidPayment),
    implement(operations.makeReceipt, makeReceipt),
    ...recoveryImplementations,
  ],
  jobs: [receivablesNight, openRecoveryCases],
  followers: [
    follow('policy.billed', billPolicy),
    follow('policy.ended', endWithPolicy),
    follow('contact.leaving', holdCustomers),
    ...recoveryFollowers,
  ],
  importables: [billImport, paymentImport, policyFileImport],
  exportables: [billExport, paymentExport],
  searches: [{ kind: 'receivable', permission: 'receivable.view', path: '/receivables', holders: holdersOfBills }],
  attachments: [
    { table: 'receivable', columns: ['contact_id', 'policy_id'] },
    { table: 'payment', columns: ['contact_id'] },
  ],
  templates: [receiptLetter, ...recoveryTemplates],
}
