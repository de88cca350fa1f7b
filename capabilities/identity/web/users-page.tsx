import { Trans } from '@lingui/react/macro'
import { Users } from 'lucide-react'
import { Blank } from '#kernel/web/ui/blank.tsx'
import { RecordList } from '#kernel/web/ui/list/record-list.tsx'
import { InvitePanel } from './invite-panel.tsx'
import { InviteButton, PeopleTabs } from './people-tabs.tsx'
import { useUserList } from './use-user-list.tsx'
import classes from './people.module.css'

/** A2 «Gestion des utilisateurs»: the people of the company. */
export const UsersPage = () => {
  const definition = useUserList()
  return (
    <div className={classes['people']}>
      <PeopleTabs />
      <RecordList
        definition={definition}
        acts={<InviteButton />}
        empty={
          <Blank icon={<Users aria-hidden="true" />} title={<Trans>Vous êtes seul ici pour l’instant</Trans>} acts={<InviteButton />}>
            <Trans>Invitez vos collègues par leur adresse e-mail et le numéro de leur agence.</Trans>
          </Blank>
        }
      />
      <InvitePanel />
    </div>
  )
}
