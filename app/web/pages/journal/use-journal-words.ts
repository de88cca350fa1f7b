import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { AuditEntry } from '#kernel/shared/audit-contract.ts'
import { isDay } from '#kernel/shared/days.ts'
import { formatPhone } from '#kernel/shared/phone.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { deviceOf } from '#capabilities/identity/web/index.ts'
import { useConsentWords } from '#capabilities/messaging/web/index.ts'
import { useWilayas } from '#capabilities/organization/web/index.ts'
import { sayValue } from './say-value.ts'
import { useJournalChoices } from './use-journal-choices.ts'
import { useJournalFields } from './use-journal-fields.ts'

/** How the journal names the fields of an entry and says their values. */
export const useJournalWords = () => {
  const { t } = useLingui()
  const formats = useFormats()
  const { nameOf } = useWilayas()
  const fields = useJournalFields()
  const choicesOf = useJournalChoices()
  const consents = useConsentWords()
  return useMemo(() => {
    /** A place of the consent register is named `prospecting.sms`. */
    const placeOf = (name: string): string | null => {
      const [purpose = '', channel = ''] = name.split('.')
      if (!(purpose in consents.purpose) || !(channel in consents.channel)) return null
      return `${consents.purpose[purpose as keyof typeof consents.purpose].title} · ${consents.channel[channel as keyof typeof consents.channel]}`
    }
    const field = (name: string): string => fields[name] ?? placeOf(name) ?? name
    const value = (entry: AuditEntry, name: string, raw: unknown): string => {
      const choices = choicesOf(entry)
      const words = choices[name] ?? (placeOf(name) === null ? undefined : choices[''])
      return sayValue(name, raw, {
        empty: t`vide`,
        yes: t`oui`,
        no: t`non`,
        unknown: t`introuvable`,
        choices: words,
        names: entry.names,
        field,
        wilaya: nameOf,
        phone: formatPhone,
        device: (userAgent) => {
          const { browser, system } = deviceOf(userAgent)
          return [browser, system].filter((part) => part !== null).join(', ') || userAgent
        },
        day: (text) => (isDay(text) ? formats.day(text) : null),
        instant: (text) => formats.instant(text),
        amount: (centimes) => formats.amount(centimes, { decimals: 'needed' }),
        count: formats.count,
      })
    }
    const actors = {
      user: null,
      api_key: t`clé d’accès`,
      job: t`tâche de fond`,
      system: t`système`,
      visitor: t`visiteur`,
    }
    return { field, value, actors }
  }, [t, formats, nameOf, fields, choicesOf, consents])
}
