import { useNavigate } from '@tanstack/react-router'
import { Trans } from '@lingui/react/macro'
import { Plus, UsersRound } from 'lucide-react'
import { useAddress } from '#kernel/web/address.ts'
import { useSession } from '#kernel/web/session.tsx'
import { Blank } from '#kernel/web/ui/blank.tsx'
import { Button, LinkButton } from '#kernel/web/ui/button.tsx'
import { RecordList } from '#kernel/web/ui/list/record-list.tsx'
import { ContactBulk } from './contact-bulk.tsx'
import { useContactList } from './use-contact-list.tsx'

/** «Clients»: everyone insured or to be insured, within reach. */
export const ContactsPage = () => {
  const definition = useContactList()
  const { can } = useSession()
  const navigate = useNavigate()
  const inBin = useAddress()['view'] === 'bin'
  const mayChoose = can('contact.assign') || can('contact.edit') || can('contact.delete')
  const create = can('contact.create') && (
    <LinkButton to="/contacts/new" kind="primary" icon={<Plus aria-hidden="true" />}>
      <Trans>Nouveau client</Trans>
    </LinkButton>
  )
  return (
    <RecordList
      definition={definition}
      acts={create || undefined}
      bulk={mayChoose ? (chosen) => <ContactBulk chosen={chosen} inBin={inBin} /> : undefined}
      empty={
        <Blank icon={<UsersRound aria-hidden="true" />} title={<Trans>Aucun client pour l’instant</Trans>} acts={create || undefined}>
          <Trans>Créez le premier, ou importez le fichier que vous avez déjà.</Trans>
        </Blank>
      }
      noMatchActs={({ q }) =>
        can('contact.create') &&
        q !== '' && (
          <Button icon={<Plus aria-hidden="true" />} onClick={() => void navigate({ to: '/contacts/new', search: () => ({ name: q }) })}>
            <Trans>Créer ce client</Trans>
          </Button>
        )
      }
    />
  )
}
