import { lazy, Suspense, useState, type ComponentProps } from 'react'
import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { Ellipsis, FileText, Pencil, Trash2, UserRoundCog } from 'lucide-react'
import { useFormats } from '#kernel/web/formats.ts'
import { useSession } from '#kernel/web/session.tsx'
import { IconButton } from '#kernel/web/ui/button.tsx'
import { ConfirmDialog } from '#kernel/web/ui/confirm-dialog.tsx'
import { Menu, type MenuEntry } from '#kernel/web/ui/menu.tsx'
import { Moment } from '#kernel/web/ui/moment.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { PolicyLink, PolicyState } from '#capabilities/policies/web/index.ts'
import { claimOperations, type Claim } from '../../contract.ts'
import { lettersFor } from '../../letters.ts'
import { ClaimState } from '../claim-state.tsx'
import { useClaimProduct } from '../use-claim-product.ts'
import { useClaimWords } from '../use-claim-words.ts'
import { MoveButtons } from './move-buttons.tsx'
import { useClaimAct } from './use-claim-act.ts'
import classes from './claim.module.css'

const EditClaimDialog = lazy(() => import('./edit-claim-dialog.tsx').then((module) => ({ default: module.EditClaimDialog })))
const LetterDialog = lazy(() => import('./letter-dialog.tsx').then((module) => ({ default: module.LetterDialog })))
const AssignDialog = lazy(() => import('./assign-dialog.tsx').then((module) => ({ default: module.AssignDialog })))

/** Which claim, whose, under what policy, where it stands and since when; the next steps and what else may be done. */
export const ClaimHeader = ({ claim }: { claim: Claim }) => {
  const { t } = useLingui()
  const words = useClaimWords()
  const { day } = useFormats()
  // Day and hour stay in their order inside Arabic: U+2066 and U+2069 hold them apart.
  const when = () => `\u2066${[day(claim.occurred_on), claim.occurred_at_time].filter((part) => part !== null).join(' ')}\u2069`
  const { can } = useSession()
  const { productOf } = useClaimProduct()
  const { act } = useClaimAct(claim.id)
  const [doing, setDoing] = useState<'edit' | 'letter' | 'assign' | 'delete' | null>(null)
  const close = () => setDoing(null)
  const missingPapers = claim.papers.filter((paper) => paper.missing).length
  const mayWrite = claim.can.attach && can('document.create') && lettersFor({ ...claim, missingPapers }).length > 0
  const entries: MenuEntry[] = [
    ...(mayWrite
      ? [{ key: 'letter', label: t`Écrire une lettre`, icon: <FileText aria-hidden="true" />, act: () => setDoing('letter') }]
      : []),
    ...(claim.can.edit
      ? [{ key: 'edit', label: t`Corriger la déclaration`, icon: <Pencil aria-hidden="true" />, act: () => setDoing('edit') }]
      : []),
    ...(claim.can.assign
      ? [{ key: 'assign', label: t`Confier à un collègue`, icon: <UserRoundCog aria-hidden="true" />, act: () => setDoing('assign') }]
      : []),
    ...(claim.can.delete
      ? [
          {
            key: 'delete',
            label: t`Mettre à la corbeille`,
            icon: <Trash2 aria-hidden="true" />,
            danger: true,
            apart: true,
            act: () => setDoing('delete'),
          },
        ]
      : []),
  ]
  const { number } = claim
  return (
    <header className={classes['header']}>
      <div className={classes['who']}>
        <h1 tabIndex={-1} data-page-title>
          <bdi dir="ltr">{claim.number}</bdi>
          <ClaimState status={claim.status} />
          <small>
            <Moment at={claim.status_since} />
          </small>
        </h1>
        <p className={classes['what']}>
          {words.nature[claim.nature]}
          {claim.details.event !== null && claim.details.event !== undefined && <> ({words.event[claim.details.event]})</>} ·{' '}
          <Trans>survenu le {when()}</Trans>
        </p>
        <p className={classes['facts']}>
          <Link to={`/contacts/${claim.contact.id}` as '.'}>
            <bdi>{claim.contact.name}</bdi>
          </Link>
          <span>
            <PolicyLink id={claim.policy.id} number={claim.policy.number} /> <bdi>{productOf(claim.policy)}</bdi>
          </span>
          <PolicyState status={claim.policy.status as ComponentProps<typeof PolicyState>['status']} />
          {(claim.object?.label ?? claim.policy.insured_label) && <bdi>{claim.object?.label ?? claim.policy.insured_label}</bdi>}
          <span>
            <bdi>{claim.agency_name}</bdi>
          </span>
          {claim.owner_name !== null && (
            <span>
              <Trans>
                suivi par <bdi>{claim.owner_name}</bdi>
              </Trans>
            </span>
          )}
        </p>
      </div>
      <div className={classes['acts']}>
        <MoveButtons claim={claim} />
        {entries.length > 0 && (
          <Menu label={t`Autres actions`} entries={entries}>
            {(opener) => (
              <IconButton {...opener} label={t`Autres actions`} kind="secondary">
                <Ellipsis aria-hidden="true" />
              </IconButton>
            )}
          </Menu>
        )}
      </div>
      <Suspense>
        {doing === 'edit' && <EditClaimDialog claim={claim} onClose={close} />}
        {doing === 'letter' && <LetterDialog claim={claim} onClose={close} />}
        {doing === 'assign' && <AssignDialog claim={claim} onClose={close} />}
      </Suspense>
      {doing === 'delete' && (
        <ConfirmDialog
          title={t`Mettre ${number} à la corbeille`}
          act={t`Mettre à la corbeille`}
          danger
          onConfirm={async () => {
            await act(claimOperations.deleteClaim, { id: claim.id })
            toast(t`Sinistre mis à la corbeille`)
          }}
          onClose={close}
        >
          <Trans>Il peut être restauré pendant 90 jours, avec tout ce qui s’y attache.</Trans>
        </ConfirmDialog>
      )}
    </header>
  )
}
