import { useRef, useState } from 'react'
import { Link, useNavigate } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useAddress } from '#kernel/web/address.ts'
import { call } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { Notice } from '#kernel/web/forms/notice.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { keyOf, refreshObjects } from '#kernel/web/query.ts'
import { useMe } from '#kernel/web/session.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { Page } from '#kernel/web/ui/page.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { customerOperations, sensitiveFields, type Contact, type Similar } from '../../contract.ts'
import { ContactForm } from './contact-form.tsx'
import { createInput, fromSearch, newValues, type ContactFormValues } from './contact-values.ts'
import { useContactRules } from './use-contact-rules.ts'

const isSimilar = (value: unknown): value is Similar => typeof value === 'object' && value !== null && 'certainty' in value

/** «Nouveau client». A certain double is refused until the person says that it is somebody else. */
export const NewContactPage = () => {
  const { t } = useLingui()
  const me = useMe()
  const { today } = useFormats()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { name = '' } = useAddress()
  const { rules, doubt } = useContactRules(null)
  const [initial] = useState<ContactFormValues>(() => ({
    // An agency's customers live around it: the first two digits of its number are its wilaya.
    ...newValues({ agency_id: me.agency.id, owner_id: me.id, wilaya: me.agency.number.slice(0, 2), today: today() }),
    ...fromSearch(name),
  }))
  const another = useRef(false)
  const form = useForm<ContactFormValues, Contact>({
    initial,
    rules,
    draft: name === '' ? 'contact:new' : undefined,
    secret: sensitiveFields,
    send: (values, options) =>
      call(customerOperations.createContact, { ...createInput(values), accept_duplicate: another.current }, options),
    done: (contact) => {
      client.setQueryData(keyOf(customerOperations.getContact, { id: contact.id }), contact)
      void refreshObjects(client, ['contact', 'tag'])
      toast(t`Client créé: ${contact.code}`)
      return navigate({ to: `/contacts/${contact.id}`, replace: true })
    },
  })
  const double = form.problem?.code === 'contact.duplicate'
  const known = double && isSimilar(form.problem?.current) ? form.problem.current : null
  return (
    <Page
      title={t`Nouveau client`}
      intro={<Trans>Seul le nom est demandé; le reste peut attendre.</Trans>}
      back={{ to: '/contacts', label: <Trans>Clients</Trans> }}
    >
      <ContactForm
        form={form}
        initial={initial}
        doubt={doubt}
        contact={null}
        placed={{ agency: me.agency.name, owner: me.name }}
        cancelTo="/contacts"
        submit={<Trans>Créer le client</Trans>}
      >
        {double && (
          <Notice tone="warn">
            {known?.contact && (
              <>
                <Link to={`/contacts/${known.contact.id}` as '.'} target="_blank">
                  <bdi>{known.contact.name || known.contact.code}</bdi>
                </Link>{' '}
                <bdi dir="ltr">{known.contact.code}</bdi>, <bdi>{known.contact.agency_name}</bdi>: {known.reasons.join(', ')}.{' '}
              </>
            )}
            <Button
              kind="link"
              onClick={() => {
                another.current = true
                form.submit()
              }}
            >
              <Trans>C’est une autre personne, créer quand même</Trans>
            </Button>
          </Notice>
        )}
      </ContactForm>
    </Page>
  )
}
