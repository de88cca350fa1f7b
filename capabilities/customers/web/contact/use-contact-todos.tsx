import { useLingui } from '@lingui/react/macro'
import { Copy, FileQuestionMark, MailPlus, MapPinPlus, PhoneMissed, ShieldQuestionMark } from 'lucide-react'
import { useRead } from '#kernel/web/query.ts'
import type { Todo } from '#kernel/web/ui/todo-list.tsx'
import { useConsentNeed } from '#capabilities/messaging/web/index.ts'
import { customerOperations, type Contact } from '../../contract.ts'
import { useFieldWords, type ContactField } from '../use-field-words.ts'
import { similarInput } from './similar-input.ts'

const mostDuplicates = 3

/** What is missing or doubtful in this record, each with where to mend it. Nothing here is guessed. */
export const useContactTodos = (contact: Contact): Todo[] => {
  const { t } = useLingui()
  const fields = useFieldWords()
  const unasked = useConsentNeed(contact.id)
  const input = similarInput(contact)
  const { data: similar } = useRead(customerOperations.findSimilar, input ?? {}, { enabled: input !== null })
  const edit = `/contacts/${contact.id}/edit`
  const may = contact.can.edit
  const doubles = (similar?.data ?? []).filter(({ certainty }) => certainty !== 'possible').slice(0, mostDuplicates)
  return [
    ...doubles.map(({ contact: other, certainty, reasons }, at): Todo => {
      const words = certainty === 'certain' ? t`Doublon certain` : t`Doublon probable`
      const name = other?.name ?? t`dans une autre agence`
      return {
        key: `double-${other?.id ?? at}`,
        icon: <Copy aria-hidden="true" />,
        title: (
          <>
            {words}: <bdi>{name}</bdi>
          </>
        ),
        why: reasons.join(' · '),
        to: other ? `/contacts/${other.id}` : '',
      }
    }),
    ...(may && contact.mobile === null && contact.phone === null
      ? [
          {
            key: 'phone',
            icon: <PhoneMissed aria-hidden="true" />,
            title: t`Ajouter un téléphone`,
            why: t`Aucun numéro: impossible d’appeler ou d’envoyer un SMS.`,
            to: edit,
            search: { field: 'mobile' },
          },
        ]
      : []),
    ...(may && contact.email === null
      ? [
          {
            key: 'email',
            icon: <MailPlus aria-hidden="true" />,
            title: t`Ajouter une adresse e-mail`,
            why: t`Les avis partent par e-mail sans frais.`,
            to: edit,
            search: { field: 'email' },
          },
        ]
      : []),
    ...(may && contact.wilaya === null
      ? [
          {
            key: 'place',
            icon: <MapPinPlus aria-hidden="true" />,
            title: t`Compléter l’adresse`,
            why: t`Wilaya et commune servent au courrier et au zonage.`,
            to: edit,
            search: { field: 'wilaya' },
          },
        ]
      : []),
    ...contact.issues.map((issue): Todo => {
      const field = fields[issue.field as ContactField] ?? issue.field
      return {
        key: `issue-${issue.field}-${issue.code}`,
        icon: <FileQuestionMark aria-hidden="true" />,
        title: t`Vérifier: ${field}`,
        why: issue.message,
        to: may ? edit : '',
        search: { field: issue.field },
      }
    }),
    ...(may && unasked === true
      ? [
          {
            key: 'consents',
            icon: <ShieldQuestionMark aria-hidden="true" />,
            title: t`Recueillir les consentements`,
            why: t`Rien n’a encore été demandé (loi 18-07).`,
            to: `/contacts/${contact.id}`,
            search: { tab: 'consents' },
          },
        ]
      : []),
  ]
}
