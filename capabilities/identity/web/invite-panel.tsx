import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { Trans, useLingui } from '@lingui/react/macro'
import type { OutputOf } from '#kernel/shared/contract.ts'
import { useAddressParam } from '#kernel/web/address.ts'
import { Segments } from '#kernel/web/forms/segments.tsx'
import { refreshObjects } from '#kernel/web/query.ts'
import { useSession } from '#kernel/web/session.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import type { identityOperations } from '../contract.ts'
import { InviteMany } from './invite-many.tsx'
import { InviteOne } from './invite-one.tsx'
import { InviteResults } from './invite-results.tsx'

export type InviteOutcome = OutputOf<typeof identityOperations.createInvitations>['data'][number]

/** Invites colleagues, one or many at once; opened by `?invite=1`, so that «+ Créer» and links lead to it. */
export const InvitePanel = () => {
  const { t } = useLingui()
  const { can } = useSession()
  const client = useQueryClient()
  const [open, setOpen] = useAddressParam('invite')
  const [many, setMany] = useState<'one' | 'many'>('one')
  const [results, setResults] = useState<readonly InviteOutcome[] | null>(null)
  if (open === undefined || !can('user.create')) return null
  const close = () => {
    setOpen(null)
    setResults(null)
  }
  const done = (outcomes: readonly InviteOutcome[]) => {
    setResults(outcomes)
    void refreshObjects(client, ['invitation', 'user'])
  }
  return (
    <Dialog
      title={t`Inviter des collègues`}
      intro={t`Chacun reçoit un lien personnel, valable quatorze jours, pour choisir son mot de passe.`}
      kind="side"
      onClose={close}
      {...(results !== null && {
        foot: (
          <>
            <Button onClick={() => setResults(null)}>
              <Trans>Inviter d’autres personnes</Trans>
            </Button>
            <Button kind="primary" onClick={close}>
              <Trans>Terminé</Trans>
            </Button>
          </>
        ),
      })}
    >
      {results === null ? (
        <>
          <Segments
            label={t`Combien de personnes`}
            hideLabel
            value={many}
            onChange={setMany}
            options={[
              { value: 'one', label: t`Une personne` },
              { value: 'many', label: t`Plusieurs à la fois` },
            ]}
          />
          {many === 'one' ? <InviteOne onDone={done} /> : <InviteMany onDone={done} />}
        </>
      ) : (
        <InviteResults results={results} />
      )}
    </Dialog>
  )
}
