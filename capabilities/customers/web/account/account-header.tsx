import { useState } from 'react'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Ellipsis, Globe, NotebookPen, Pencil, RotateCcw, Trash2, UserRoundCog } from 'lucide-react'
import { Avatar } from '#kernel/web/ui/avatar.tsx'
import { Button, IconButton, LinkButton } from '#kernel/web/ui/button.tsx'
import { Chip } from '#kernel/web/ui/chip.tsx'
import { Menu, type MenuEntry } from '#kernel/web/ui/menu.tsx'
import { ActivityDialog } from '#capabilities/activities/web/index.ts'
import { useWilayas } from '#capabilities/organization/web/index.ts'
import type { Account } from '../../contract.ts'
import { AssignDialog } from '../assign-dialog.tsx'
import classes from '../contact/contact.module.css'
import { ContactLinks } from '../contact-links.tsx'
import { PhoneText } from '../phone-text.tsx'
import { useCustomerWords } from '../use-customer-words.ts'
import { useAccountActs } from './use-account-acts.tsx'

/** The head of an account: what it is, where it belongs, what is done most. */
export const AccountHeader = ({ account, mayWrite }: { account: Account; mayWrite: boolean }) => {
  const { t } = useLingui()
  const words = useCustomerWords()
  const { nameOf } = useWilayas()
  const acts = useAccountActs(account)
  const [doing, setDoing] = useState<'note' | 'assign' | null>(null)
  const { can } = account
  const alive = account.deleted_at === null
  const more: MenuEntry[] = [
    ...(can.assign && alive
      ? [{ key: 'assign', label: t`Affecter`, icon: <UserRoundCog aria-hidden="true" />, act: () => setDoing('assign') }]
      : []),
    ...(can.delete && alive
      ? [
          {
            key: 'bin',
            label: t`Mettre à la corbeille`,
            icon: <Trash2 aria-hidden="true" />,
            danger: true,
            apart: can.assign,
            act: acts.remove,
          },
        ]
      : []),
    ...(can.restore && !alive ? [{ key: 'restore', label: t`Restaurer`, icon: <RotateCcw aria-hidden="true" />, act: acts.restore }] : []),
  ]
  return (
    <header className={classes['header']}>
      <Avatar name={account.name} size="large" shape="square" />
      <div className={classes['who']}>
        <h1 tabIndex={-1} data-page-title>
          <bdi>{account.name}</bdi>
        </h1>
        <p className={classes['facts']}>
          <bdi dir="ltr">{account.code}</bdi>
          <span>{words.accountKind[account.kind]}</span>
          <span>
            <Plural value={account.contacts} one="# membre" other="# membres" />
          </span>
          <span>
            <bdi>{account.agency_name}</bdi> (<bdi dir="ltr">{account.agency_number}</bdi>)
          </span>
          {account.phone !== null && <PhoneText phone={account.phone} />}
          {account.wilaya !== null && <span>{nameOf(account.wilaya)}</span>}
          {account.website !== null && (
            <a
              href={/^https?:\/\//i.test(account.website) ? account.website : `https://${account.website}`}
              target="_blank"
              rel="noopener noreferrer"
            >
              <Globe aria-hidden="true" />
              <bdi dir="ltr">{account.website.replace(/^https?:\/\//i, '')}</bdi>
            </a>
          )}
        </p>
        {account.tags.length > 0 && (
          <p className={classes['chips']}>
            {account.tags.map((tag) => (
              <Chip key={tag.id} plain tone="accent">
                <bdi>{tag.name}</bdi>
              </Chip>
            ))}
          </p>
        )}
      </div>
      <div className={classes['acts']}>
        <ContactLinks contact={{ mobile: null, phone: account.phone, email: account.email }} />
        {can.edit && alive && (
          <LinkButton to={`/accounts/${account.id}/edit`} icon={<Pencil aria-hidden="true" />}>
            <Trans>Modifier</Trans>
          </LinkButton>
        )}
        {mayWrite && alive && (
          <Button kind="primary" icon={<NotebookPen aria-hidden="true" />} onClick={() => setDoing('note')}>
            <Trans>Noter</Trans>
          </Button>
        )}
        {more.length > 0 && (
          <Menu label={t`Autres actions`} entries={more}>
            {(opener) => (
              <IconButton {...opener} label={t`Autres actions`} kind="secondary">
                <Ellipsis aria-hidden="true" />
              </IconButton>
            )}
          </Menu>
        )}
      </div>
      {doing === 'note' && <ActivityDialog subjectId={account.id} onClose={() => setDoing(null)} />}
      {doing === 'assign' && (
        <AssignDialog title={t`Affecter ce compte`} now={account} onAssign={acts.assign} onClose={() => setDoing(null)} />
      )}
    </header>
  )
}
