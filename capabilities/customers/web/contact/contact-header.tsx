import { useState, type ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import {
  ChevronDown,
  Ellipsis,
  Handshake,
  History,
  NotebookPen,
  Pencil,
  Phone,
  RotateCcw,
  StickyNote,
  Trash2,
  UserRoundCog,
} from 'lucide-react'
import { useFormats } from '#kernel/web/formats.ts'
import { Avatar } from '#kernel/web/ui/avatar.tsx'
import { Button, IconButton, LinkButton } from '#kernel/web/ui/button.tsx'
import { Chip } from '#kernel/web/ui/chip.tsx'
import { Menu, type MenuEntry } from '#kernel/web/ui/menu.tsx'
import { ActivityDialog } from '#capabilities/activities/web/index.ts'
import { useWilayas } from '#capabilities/organization/web/index.ts'
import { isOrganizationKind, type Contact } from '../../contract.ts'
import { AssignDialog } from '../assign-dialog.tsx'
import { ContactLinks } from '../contact-links.tsx'
import { NameOf } from '../name-of.tsx'
import { PhoneText } from '../phone-text.tsx'
import { statusTones, useCustomerWords } from '../use-customer-words.ts'
import { useContactActs } from './use-contact-acts.tsx'
import classes from './contact.module.css'

const Facts = ({ contact }: { contact: Contact }) => {
  const words = useCustomerWords()
  const { nameOf } = useWilayas()
  const phone = contact.mobile ?? contact.phone
  return (
    <p className={classes['facts']}>
      <bdi dir="ltr">{contact.code}</bdi>
      <span>{words.kind[contact.kind]}</span>
      <span>
        <bdi>{contact.agency_name}</bdi> (<bdi dir="ltr">{contact.agency_number}</bdi>)
      </span>
      {phone !== null && <PhoneText phone={phone} />}
      {contact.wilaya !== null && <span>{nameOf(contact.wilaya)}</span>}
    </p>
  )
}

const Chips = ({ contact }: { contact: Contact }) => {
  const { t } = useLingui()
  const words = useCustomerWords()
  const { day } = useFormats()
  const since = day(contact.registered_on, 'month')
  return (
    <p className={classes['chips']}>
      <Chip tone={statusTones[contact.status]}>{words.status[contact.status]}</Chip>
      <Chip plain>{t`Inscrit depuis ${since}`}</Chip>
      {contact.tags.map((tag) => (
        <Chip key={tag.id} plain tone="accent">
          <bdi>{tag.name}</bdi>
        </Chip>
      ))}
    </p>
  )
}

interface ContactHeaderProps {
  readonly contact: Contact
  /** What else is done with the customer, by capabilities above; the last one is the primary action of the page. */
  readonly acts?: ReactNode
  readonly more?: readonly MenuEntry[]
}

/** The head of the profile: who, where they belong, and what is done most. */
export const ContactHeader = ({ contact, acts: further, more: others = [] }: ContactHeaderProps) => {
  const { t } = useLingui()
  const acts = useContactActs(contact)
  const [doing, setDoing] = useState<'note' | 'call' | 'visit' | 'assign' | null>(null)
  const { can } = contact
  const alive = contact.deleted_at === null
  const close = () => setDoing(null)
  const more: MenuEntry[] = [
    ...(can.assign && alive
      ? [{ key: 'assign', label: t`Affecter`, icon: <UserRoundCog aria-hidden="true" />, act: () => setDoing('assign') }]
      : []),
    ...others,
    { key: 'history', label: t`Historique des modifications`, icon: <History aria-hidden="true" />, act: acts.showHistory },
    ...(can.delete && alive
      ? [{ key: 'bin', label: t`Mettre à la corbeille`, icon: <Trash2 aria-hidden="true" />, danger: true, apart: true, act: acts.remove }]
      : []),
    ...(can.restore && !alive ? [{ key: 'restore', label: t`Restaurer`, icon: <RotateCcw aria-hidden="true" />, act: acts.restore }] : []),
  ]
  return (
    <header className={classes['header']}>
      <Avatar name={contact.name} size="large" shape={isOrganizationKind(contact.kind) ? 'square' : 'round'} />
      <div className={classes['who']}>
        <h1 tabIndex={-1} data-page-title>
          <NameOf name={contact.name} />
          {contact.name_ar !== null && contact.name_ar !== contact.name && (
            <bdi lang="ar" className={classes['otherName']}>
              {contact.name_ar}
            </bdi>
          )}
        </h1>
        <Facts contact={contact} />
        <Chips contact={contact} />
      </div>
      <div className={classes['acts']}>
        <ContactLinks contact={contact} brief={further !== undefined} />
        {can.edit && alive && (
          <LinkButton
            to={`/contacts/${contact.id}/edit`}
            icon={<Pencil aria-hidden="true" />}
            className={classes['iconOnly']}
            title={t`Modifier`}
            aria-label={t`Modifier`}
          />
        )}
        {can.comment && alive && (
          <Menu
            label={t`Noter un échange`}
            entries={[
              { key: 'note', label: t`Note`, icon: <StickyNote aria-hidden="true" />, act: () => setDoing('note') },
              { key: 'call', label: t`Appel`, icon: <Phone aria-hidden="true" />, act: () => setDoing('call') },
              { key: 'visit', label: t`Visite`, icon: <Handshake aria-hidden="true" />, act: () => setDoing('visit') },
            ]}
          >
            {(opener) => (
              <Button {...opener} kind={further === undefined ? 'primary' : 'secondary'} icon={<NotebookPen aria-hidden="true" />}>
                <Trans>Noter</Trans>
                <ChevronDown aria-hidden="true" className={classes['chevron']} />
              </Button>
            )}
          </Menu>
        )}
        {further}
        <Menu label={t`Autres actions`} entries={more}>
          {(opener) => (
            <IconButton {...opener} label={t`Autres actions`} kind="secondary">
              <Ellipsis aria-hidden="true" />
            </IconButton>
          )}
        </Menu>
      </div>
      {(doing === 'note' || doing === 'call' || doing === 'visit') && (
        <ActivityDialog subjectId={contact.id} kind={doing} onClose={close} />
      )}
      {doing === 'assign' && <AssignDialog title={t`Affecter ce client`} now={contact} onAssign={acts.assign} onClose={close} />}
    </header>
  )
}
