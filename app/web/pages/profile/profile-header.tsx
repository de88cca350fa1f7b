import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { AlarmClockPlus, ChevronDown, Plus, Printer, Shield, Umbrella } from 'lucide-react'
import { useSession } from '#kernel/web/session.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { Menu, type MenuEntry } from '#kernel/web/ui/menu.tsx'
import { LogVisitButton, ReminderDialog } from '#capabilities/activities/web/index.ts'
import { ContactHeader } from '#capabilities/customers/web/index.ts'
import type { Profile } from '../../../answers/profile-contract.ts'
import { useDaysToFollow } from './use-followed.ts'
import classes from './profile.module.css'

/** The head of the profile with what is begun from it: a visit, a policy, a claim, a reminder. */
export const ProfileHeader = ({ profile }: { profile: Profile }) => {
  const { t } = useLingui()
  const { can } = useSession()
  const { contact } = profile
  const days = useDaysToFollow(profile)
  const [reminding, setReminding] = useState(false)
  const alive = contact.deleted_at === null
  const mayWrite = alive && contact.can.comment
  const begin: MenuEntry[] = [
    ...(alive && can('policy.create')
      ? [
          {
            key: 'policy',
            label: t`Nouvelle police`,
            icon: <Shield aria-hidden="true" />,
            to: '/policies/new',
            search: { contact: contact.id },
          },
        ]
      : []),
    ...(alive && can('claim.create')
      ? [
          {
            key: 'claim',
            label: t`Déclarer un sinistre`,
            icon: <Umbrella aria-hidden="true" />,
            to: '/claims/new',
            search: { contact: contact.id },
          },
        ]
      : []),
    ...(mayWrite && can('reminder.create')
      ? [{ key: 'reminder', label: t`Rappel`, icon: <AlarmClockPlus aria-hidden="true" />, act: () => setReminding(true) }]
      : []),
  ]
  return (
    <>
      <ContactHeader
        contact={contact}
        more={[{ key: 'print', label: t`Imprimer la fiche`, icon: <Printer aria-hidden="true" />, act: () => window.print() }]}
        acts={
          mayWrite && (
            <>
              <LogVisitButton subject={contact} />
              {begin.length > 0 && (
                <Menu label={t`Commencer`} entries={begin}>
                  {(opener) => (
                    <Button {...opener} kind="primary" icon={<Plus aria-hidden="true" />}>
                      <Trans>Nouveau</Trans>
                      <ChevronDown aria-hidden="true" className={classes['chevron']} />
                    </Button>
                  )}
                </Menu>
              )}
            </>
          )
        }
      />
      {reminding && <ReminderDialog subject={contact} days={days} onClose={() => setReminding(false)} />}
    </>
  )
}
