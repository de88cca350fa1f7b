import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import { isDay } from '#kernel/shared/days.ts'
import { formatPhone } from '#kernel/shared/phone.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { useWilayas } from '#capabilities/organization/web/index.ts'
import { useCustomerWords } from '../use-customer-words.ts'

/** How the journal's acts and values are said. */
export const useHistoryWords = () => {
  const { t } = useLingui()
  const words = useCustomerWords()
  const formats = useFormats()
  const { nameOf } = useWilayas()
  return useMemo(() => {
    const operations: Readonly<Record<string, string>> = {
      'contact.create': t`Création`,
      'contact.update': t`Modification`,
      'contact.assign': t`Affectation`,
      'contact.bulk': t`Création en nombre`,
      'contact.bulk_assign': t`Affectation en nombre`,
      'contact.bulk_tag': t`Étiquettes en nombre`,
      'contact.bulk_delete': t`Mise à la corbeille`,
      'contact.undo': t`Annulation`,
      'contact.delete': t`Mise à la corbeille`,
      'contact.restore': t`Restauration`,
      'contact.unmask': t`Données sensibles affichées`,
      'account.set_member': t`Compte`,
      'account.remove_member': t`Compte`,
      'import.apply': t`Import`,
      'import.revert': t`Annulation d’un import`,
    }
    const choices: Readonly<Record<string, Readonly<Record<string, string>>>> = {
      kind: words.kind,
      status: words.status,
      title: words.title,
      legal_form: words.legalForm,
      document_kind: words.document,
      marital_status: words.marital,
      preferred_channel: words.channel,
      language: words.language,
    }
    const value = (field: string, raw: unknown): string => {
      if (raw === null || raw === undefined || raw === '') return t`vide`
      if (Array.isArray(raw)) return raw.length === 0 ? t`vide` : raw.map((one) => value(field, one)).join(', ')
      if (typeof raw === 'object') return 'name' in raw && typeof raw.name === 'string' ? raw.name : JSON.stringify(raw)
      if (typeof raw === 'boolean') return raw ? t`oui` : t`non`
      if (typeof raw === 'number') return field.endsWith('_centimes') ? formats.amount(raw, { decimals: 'needed' }) : formats.count(raw)
      if (typeof raw !== 'string') return ''
      const text = raw
      if (field === 'wilaya') return nameOf(text) ?? text
      if (field === 'mobile' || field === 'phone' || field === 'other_phone') return formatPhone(text)
      if (isDay(text)) return formats.day(text)
      if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return formats.instant(text)
      return choices[field]?.[text] ?? text
    }
    return { operation: (name: string): string => operations[name] ?? t`Modification`, value }
  }, [t, words, formats, nameOf])
}
