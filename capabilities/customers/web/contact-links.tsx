import { Trans, useLingui } from '@lingui/react/macro'
import { Mail, MessageCircle, Phone } from 'lucide-react'
import type { Contact, ContactRow } from '../contract.ts'
import { mailLink, telLink, whatsappLink } from './links.ts'
import classes from './customers.module.css'

/** Ways to reach a contact: call, WhatsApp on a mobile, mail. A call or mail that is not possible stands off, and says why. */
export const ContactLinks = ({
  contact,
  brief = false,
}: {
  contact: Pick<Contact | ContactRow, 'mobile' | 'phone' | 'email'>
  /** Only the call keeps its word beside its icon. */
  brief?: boolean
}) => {
  const { t } = useLingui()
  const whatsapp = whatsappLink(contact.mobile) ?? whatsappLink(contact.phone)
  const ways = [
    {
      key: 'call',
      to: telLink(contact.mobile) ?? telLink(contact.phone),
      icon: <Phone aria-hidden="true" />,
      label: <Trans>Appeler</Trans>,
      missing: t`Aucun numéro de téléphone`,
      apart: false,
    },
    // A fixed line has no WhatsApp: nothing to offer, and nothing amiss.
    ...(whatsapp === null
      ? []
      : [{ key: 'whatsapp', to: whatsapp, icon: <MessageCircle aria-hidden="true" />, label: <>WhatsApp</>, missing: '', apart: true }]),
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
          <span key={key} className={classes['way']} data-off="" data-brief={brief && key !== 'call' ? '' : undefined} title={missing}>
            {icon}
            <span>{label}</span>
          </span>
        ) : (
          <a
            key={key}
            href={to}
            className={classes['way']}
            data-brief={brief && key !== 'call' ? '' : undefined}
            {...(apart && { target: '_blank', rel: 'noopener noreferrer' })}
          >
            {icon}
            <span>{label}</span>
          </a>
        ),
      )}
    </>
  )
}
