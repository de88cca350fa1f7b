import { useMemo } from 'react'
import type { AuditEntry } from '#kernel/shared/audit-contract.ts'
import { useActivityWords, useReminderWords } from '#capabilities/activities/web/index.ts'
import { useCustomerWords } from '#capabilities/customers/web/index.ts'
import { useReachNames, useRoleNames, useUserWords } from '#capabilities/identity/web/index.ts'
import { useConsentWords } from '#capabilities/messaging/web/index.ts'
import { useAgencyTypes } from '#capabilities/organization/web/index.ts'
import { useReceivableWords } from '#capabilities/receivables/web/index.ts'
import { useImportChoices } from './use-import-choices.ts'

type Choices = Readonly<Record<string, Readonly<Record<string, string>>>>

/** The words of what was chosen among a few, by field: those of the record that an entry is about. */
export const useJournalChoices = (): ((entry: Pick<AuditEntry, 'operation' | 'subject_kind'>) => Choices) => {
  const customers = useCustomerWords()
  const activities = useActivityWords()
  const consents = useConsentWords()
  const reminders = useReminderWords()
  const roles = useRoleNames()
  const reaches = useReachNames()
  const people = useUserWords()
  const types = useAgencyTypes()
  const files = useImportChoices()
  const money = useReceivableWords()
  return useMemo(() => {
    const { kind, status, title, legalForm, document, marital, channel, language, accountKind, role } = customers
    const ofPeople: Choices = { role: roles, scope: reaches, status: { ...people.status, ...people.invitation }, language }
    const bySubject: Readonly<Record<string, Choices>> = {
      contact: {
        kind,
        status,
        title,
        legal_form: legalForm,
        document_kind: document,
        marital_status: marital,
        preferred_channel: channel,
        language,
        unmasked: customers.sensitive,
      },
      account: { kind: accountKind, role },
      agency: { type: types },
      user: ofPeople,
      invitation: ofPeople,
      organization: { language },
      import: { ...files, role: roles },
      export: files,
      receivable: { kind: money.kind, status: money.status },
      payment: { mode: money.mode, state: money.state },
    }
    const byOperation: Readonly<Record<string, Choices>> = {
      activity: { kind: activities.kind, direction: activities.direction, outcome: activities.outcome },
      note: { kind: activities.kind },
      reminder: { state: reminders.state, anchor: reminders.anchor },
      consent: { source: consents.source, '': consents.status },
    }
    return ({ operation, subject_kind: subject }) =>
      byOperation[operation.slice(0, operation.indexOf('.'))] ?? (subject === null ? {} : (bySubject[subject] ?? {}))
  }, [customers, activities, consents, reminders, roles, reaches, people, types, files, money])
}
