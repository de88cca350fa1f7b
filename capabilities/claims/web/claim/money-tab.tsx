import { lazy, Suspense, useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Banknote, Plus, Undo2 } from 'lucide-react'
import { useFormats } from '#kernel/web/formats.ts'
import { Blank } from '#kernel/web/ui/blank.tsx'
import { Button, IconButton } from '#kernel/web/ui/button.tsx'
import { DayText } from '#kernel/web/ui/moment.tsx'
import tableClasses from '#kernel/web/ui/table.module.css'
import type { Claim, ClaimMovement } from '../../contract.ts'
import { useClaimWords } from '../use-claim-words.ts'
import type { MovementKind } from './movement-dialog.tsx'
import classes from './claim.module.css'

const MovementDialog = lazy(() => import('./movement-dialog.tsx').then((module) => ({ default: module.MovementDialog })))
const ReverseDialog = lazy(() => import('./reverse-dialog.tsx').then((module) => ({ default: module.ReverseDialog })))

const stopped = new Set(['draft', 'rejected', 'no_action', 'closed'])

/** «Provisions et règlements»: every movement in its order, and the reserve after each. */
export const MoneyTab = ({ claim }: { claim: Claim }) => {
  const { t } = useLingui()
  const words = useClaimWords()
  const { amount } = useFormats()
  const [adding, setAdding] = useState<MovementKind | null>(null)
  const [undoing, setUndoing] = useState<ClaimMovement | null>(null)
  const works = claim.can.edit && !stopped.has(claim.status)
  const add = works && (
    <Button
      size="small"
      icon={<Plus aria-hidden="true" />}
      onClick={() => setAdding(claim.granted_centimes === null ? 'revaluation' : 'payment')}
    >
      <Trans>Nouveau mouvement</Trans>
    </Button>
  )
  return (
    <>
      {claim.movements.length === 0 ? (
        <Blank icon={<Banknote aria-hidden="true" />} title={<Trans>Aucun mouvement</Trans>} acts={add || undefined}>
          <Trans>La provision s’ouvre avec le dossier.</Trans>
        </Blank>
      ) : (
        <>
          {add && <div className={classes['tabActs']}>{add}</div>}
          <div className={tableClasses['scroll']}>
            <table className={tableClasses['table']} aria-label={t`Mouvements`}>
              <thead>
                <tr>
                  <th scope="col">
                    <Trans>Date</Trans>
                  </th>
                  <th scope="col">
                    <Trans>Mouvement</Trans>
                  </th>
                  <th scope="col" className={tableClasses['end']}>
                    <Trans>Montant</Trans>
                  </th>
                  <th scope="col" className={tableClasses['end']}>
                    <Trans>Provision après</Trans>
                  </th>
                  <th scope="col" className={tableClasses['wide']}>
                    <Trans>Bénéficiaire et mode</Trans>
                  </th>
                  <th scope="col" className={tableClasses['wide']}>
                    <Trans>Par</Trans>
                  </th>
                  {works && <th aria-label={t`Annuler`} />}
                </tr>
              </thead>
              <tbody>
                {claim.movements.map((movement) => (
                  <tr
                    key={movement.id}
                    data-undone={movement.reversed || movement.reverses_id !== null ? '' : undefined}
                    className={classes['movement']}
                  >
                    <td>
                      <DayText day={movement.made_on} />
                    </td>
                    <td>
                      {words.movement[movement.kind]}
                      {movement.reverses_id !== null && (
                        <small>
                          <Trans>annulation</Trans>
                        </small>
                      )}
                      {movement.note !== null && (
                        <small>
                          <bdi>{movement.note}</bdi>
                        </small>
                      )}
                    </td>
                    <td className={tableClasses['end']}>
                      <bdi dir="ltr">{amount(movement.amount_centimes)}</bdi>
                    </td>
                    <td className={tableClasses['end']}>
                      <bdi dir="ltr">{amount(movement.reserve_after_centimes)}</bdi>
                    </td>
                    <td className={tableClasses['wide']}>
                      {movement.beneficiary && <bdi>{movement.beneficiary}</bdi>}
                      {(movement.mode !== null || movement.reference !== null) && (
                        <small>
                          {movement.mode !== null && (words.mode[movement.mode as keyof typeof words.mode] ?? movement.mode)}{' '}
                          {movement.reference !== null && <bdi dir="ltr">{movement.reference}</bdi>}
                        </small>
                      )}
                    </td>
                    <td className={tableClasses['wide']}>
                      <bdi>{movement.made_by_name}</bdi>
                    </td>
                    {works && (
                      <td className={tableClasses['end']}>
                        {!movement.reversed && movement.reverses_id === null && (
                          <IconButton label={t`Annuler ce mouvement`} size="small" onClick={() => setUndoing(movement)}>
                            <Undo2 aria-hidden="true" />
                          </IconButton>
                        )}
                      </td>
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      <Suspense>
        {adding !== null && <MovementDialog claim={claim} kind={adding} onClose={() => setAdding(null)} />}
        {undoing !== null && <ReverseDialog claim={claim} movement={undoing} onClose={() => setUndoing(null)} />}
      </Suspense>
    </>
  )
}
