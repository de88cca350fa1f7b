import { Trans, useLingui } from '@lingui/react/macro'
import { Mail, MessageCircle, Phone } from 'lucide-react'
import type { Contact, ContactRow } from '../contract.ts'
import { mailLink, telLink, whatsappLink } from './links.ts'
import classes from './customers.module.css'

/** Ways to reach a contact: call, WhatsApp, mail. One that is missing stands off, and says why. */
export const ContactLinks = ({ contact }: { contact: Pick<Contact | ContactRow, 'mobile' | 'phone' | 'email'> }) => {
  const { t } = useLingui()
  const ways = [
    {
      key: 'call',
      to: telLink(contact.mobile) ?? telLink(contact.phone),
      icon: <Phone aria-hidden="true" />,
      label: <Trans>Appeler</Trans>,
      missing: t`Aucun numéro de téléphone`,
      apart: false,
    },
    {
      key: 'whatsapp',
      to: whatsappLink(contact.mobile),
      icon: <MessageCircle aria-hidden="true" />,
      label: <>WhatsApp</>,
      missing: t`Aucun numéro de mobile`,
      apart: true,
    },
    {
      key: 'mail',
      to: mailLink(contact.email),
      icon: <Mail aria-hidden="true" />,
      label: <Trans>Écrire</Trans>,
      missing: t`Aucune adresse e-mail`,
      apart: false,
    },
  ]
  return (
    <>
      {ways.map(({ key, to, icon, label, missing, apart }) =>
        to === null ? (
          <span key={key} className={classes['way']} data-off="" title={missing}>
            {icon}
            <span>{label}</span>
          </span>
        ) : (
          <a key={key} href={to} className={classes['way']} {...(apart && { target: '_blank', rel: 'noopener noreferrer' })}>
            {icon}
            <span>{label}</span>
          </a>
        ),
      )}
    </>
  )
}
