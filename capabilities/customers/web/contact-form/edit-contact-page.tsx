import { useState } from 'react'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { ApiProblem, call } from '#kernel/web/api.ts'
import { ConflictDialog } from '#kernel/web/forms/conflict-dialog.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { keyOf, refreshObjects, useRead } from '#kernel/web/query.ts'
import { Failure } from '#kernel/web/ui/blank.tsx'
import { Page } from '#kernel/web/ui/page.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { customerOperations, sensitiveFields, type Contact } from '../../contract.ts'
import { useHistoryWords } from '../contact/use-history-words.ts'
import { useFieldWords } from '../use-field-words.ts'
import { ContactForm } from './contact-form.tsx'
import { changedFields, updateInput, valuesOf, type ContactFormValues } from './contact-values.ts'
import { useContactRules } from './use-contact-rules.ts'

const isContact = (value: unknown): value is Contact => typeof value === 'object' && value !== null && 'version' in value && 'code' in value

const EditContact = ({ opened }: { opened: Contact }) => {
  const { t } = useLingui()
  const navigate = useNavigate()
  const client = useQueryClient()
  // The record as it was opened: what others change meanwhile is merged or asked about, never put under the person's hands.
  const [contact] = useState(opened)
  const [base, setBase] = useState(contact)
  const [initial] = useState(() => valuesOf(contact))
  // What somebody else saved meanwhile in the same fields; a decision is due.
  const [theirs, setTheirs] = useState<Contact | null>(null)
  const { rules, doubt } = useContactRules(initial)
  const { id } = contact
  const fields = useFieldWords()
  const words = useHistoryWords()
  const path = `/contacts/${id}`
  const save = async (values: ContactFormValues, over: Contact, options: { idempotencyKey?: string } = {}): Promise<Contact> => {
    const changes = updateInput(valuesOf(over), values)
    return changes === null ? over : call(customerOperations.updateContact, { id, version: over.version, ...changes }, options)
  }
  const saved = (answer: Contact) => {
    client.setQueryData(keyOf(customerOperations.getContact, { id }), answer)
    void refreshObjects(client, ['contact', 'tag'])
    if (answer.version !== contact.version) toast(t`Client enregistré`)
    return navigate({ to: path, replace: true })
  }
  const form = useForm<ContactFormValues, Contact>({
    initial,
    rules,
    draft: `contact:${id}:${contact.version}`,
    secret: sensitiveFields,
    send: async (values, options) => {
      try {
        return await save(values, base, options)
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 409 && isContact(error.current)) setTheirs(error.current)
        throw error
      }
    },
    done: saved,
  })
  return (
    <>
      <ContactForm form={form} initial={initial} doubt={doubt} contact={contact} cancelTo={path} submit={<Trans>Enregistrer</Trans>} />
      {theirs && (
        <ConflictDialog
          title={t`Ce client vient d’être modifié`}
          versions={{ base: valuesOf(base), mine: form.values, theirs: valuesOf(theirs) }}
          changed={changedFields}
          nameOf={(field) => fields[field]}
          say={(field, values) => words.value(field, values[field])}
          onClose={() => setTheirs(null)}
          onSettle={async (values) => {
            const answer = await save(values, theirs)
            setBase(theirs)
            form.restart(values)
            await saved(answer)
          }}
        />
      )}
    </>
  )
}

/** «Modifier le client». */
export const EditContactPage = () => {
  const { t } = useLingui()
  const { id } = useParams({ strict: false }) as { id: string }
  const { data: contact, error, refetch } = useRead(customerOperations.getContact, { id })
  return (
    <Page
      title={contact ? t`Modifier ${contact.name}` : t`Modifier`}
      back={{ to: `/contacts/${id}`, label: contact ? <bdi>{contact.name}</bdi> : <Trans>Client</Trans> }}
    >
      {contact ? (
        <EditContact key={id} opened={contact} />
      ) : error ? (
        <Failure error={error} again={() => refetch()} />
      ) : (
        <SkeletonRows rows={10} />
      )}
    </Page>
  )
}
