import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import {
  Ban,
  ChevronDown,
  CirclePause,
  CirclePlay,
  Ellipsis,
  FilePen,
  NotebookPen,
  Pencil,
  RefreshCw,
  Send,
  Shield,
  ShieldX,
  UserRoundX,
} from 'lucide-react'
import { useFormats } from '#kernel/web/formats.ts'
import { Button, IconButton, LinkButton } from '#kernel/web/ui/button.tsx'
import { Chip } from '#kernel/web/ui/chip.tsx'
import { Menu, type MenuEntry } from '#kernel/web/ui/menu.tsx'
import { useProductWords } from '#capabilities/products/web/index.ts'
import type { Policy } from '../../contract.ts'
import { InsuredText } from '../insured-text.tsx'
import { AmendDialog } from '../moves/amend-dialog.tsx'
import { useAmendmentKinds, type AmendmentAskKind } from '../moves/use-amendment-kinds.tsx'
import { CancelDialog } from '../moves/cancel-dialog.tsx'
import { DeclineDialog } from '../moves/decline-dialog.tsx'
import { IssueDialog } from '../moves/issue-dialog.tsx'
import { ReinstateDialog } from '../moves/reinstate-dialog.tsx'
import { RemarksDialog } from '../moves/remarks-dialog.tsx'
import { RenewDialog } from '../moves/renew-dialog.tsx'
import { SuspendDialog } from '../moves/suspend-dialog.tsx'
import { VoidDialog } from '../moves/void-dialog.tsx'
import { PolicyState } from '../policy-state.tsx'
import { usePolicyWords } from '../use-policy-words.ts'
import { useProductName } from '../use-product-name.ts'
import { HolderLink } from './policy-warnings.tsx'
import classes from './policy.module.css'

type Doing = 'cancel' | 'decline' | 'issue' | 'reinstate' | 'remarks' | 'renew' | 'suspend' | 'void'

const Figures = ({ policy }: { policy: Policy }) => {
  const formats = useFormats()
  const words = usePolicyWords()
  const { duration } = useProductWords()
  return (
    <dl className={classes['figures']}>
      <div>
        <dt>
          <Trans>Prime TTC</Trans>
        </dt>
        <dd>
          <bdi dir="ltr">{formats.amount(policy.total_premium_centimes)}</bdi>
          <small>
            <Trans>
              nette <bdi dir="ltr">{formats.amount(policy.net_premium_centimes)}</bdi>
            </Trans>
          </small>
        </dd>
      </div>
      <div>
        <dt>
          <Trans>Effet</Trans>
        </dt>
        <dd>
          {formats.day(policy.effective_date)}
          <small>
            {duration(policy.duration_code)} · {words.contractType[policy.contract_type]}
          </small>
        </dd>
      </div>
      <div>
        <dt>{policy.end_date === null ? <Trans>Échéance</Trans> : <Trans>Fin</Trans>}</dt>
        <dd>
          {formats.day(policy.end_date ?? policy.expiry_date)}
          <small>{formats.dayFromToday(policy.end_date ?? policy.expiry_date)}</small>
        </dd>
      </div>
      <div className={classes['insured']}>
        <dt>
          <Trans>Objet assuré</Trans>
        </dt>
        <dd>{policy.insured_label === null ? <span className={classes['none']}>–</span> : <InsuredText label={policy.insured_label} />}</dd>
      </div>
    </dl>
  )
}

const Dialogs = ({ policy, doing, onClose }: { policy: Policy; doing: Doing | null; onClose: () => void }) => {
  switch (doing) {
    case 'cancel':
      return <CancelDialog policy={policy} onClose={onClose} />
    case 'decline':
      return <DeclineDialog policy={policy} onClose={onClose} />
    case 'issue':
      return <IssueDialog policy={policy} onClose={onClose} />
    case 'reinstate':
      return <ReinstateDialog policy={policy} onClose={onClose} />
    case 'remarks':
      return <RemarksDialog policy={policy} onClose={onClose} />
    case 'renew':
      return <RenewDialog policy={policy} onClose={onClose} />
    case 'suspend':
      return <SuspendDialog policy={policy} onClose={onClose} />
    case 'void':
      return <VoidDialog policy={policy} onClose={onClose} />
    case null:
      return null
  }
}

/** The head of a policy: number, state, whose it is, its figures; what is done with it most stands as buttons. */
export const PolicyHeader = ({ policy }: { policy: Policy }) => {
  const { t } = useLingui()
  const nameOf = useProductName()
  const { nameOf: named } = useProductWords()
  const [doing, setDoing] = useState<Doing | null>(null)
  const [amending, setAmending] = useState<AmendmentAskKind | null>(null)
  const kinds = useAmendmentKinds(policy)
  const { can } = policy
  const act = (key: Doing, label: string, icon: MenuEntry['icon'], more: Partial<MenuEntry> = {}): MenuEntry => ({
    key,
    label,
    icon,
    act: () => setDoing(key),
    ...more,
  })
  const more: MenuEntry[] = [
    ...(can.decline_renewal ? [act('decline', t`Noter un non-renouvellement`, <UserRoundX aria-hidden="true" />)] : []),
    ...(can.suspend ? [act('suspend', t`Suspendre`, <CirclePause aria-hidden="true" />)] : []),
    ...(can.edit ? [act('remarks', t`Observations`, <NotebookPen aria-hidden="true" />)] : []),
    ...(can.cancel ? [act('cancel', t`Résilier`, <ShieldX aria-hidden="true" />, { danger: true, apart: true })] : []),
    ...(can.void ? [act('void', t`Annuler sans effet`, <Ban aria-hidden="true" />, { danger: true, apart: !can.cancel })] : []),
  ]
  const formula = policy.formula_name === null ? null : named({ name: policy.formula_name, name_ar: policy.formula_name_ar })
  return (
    <header className={classes['header']}>
      <span className={classes['picture']}>
        <Shield aria-hidden="true" />
      </span>
      <div className={classes['who']}>
        <h1 tabIndex={-1} data-page-title>
          <bdi dir="ltr">{policy.number}</bdi>
          <PolicyState status={policy.status} />
          {policy.status !== 'draft' && policy.external_source !== null && <Chip plain>{t`Reprise`}</Chip>}
        </h1>
        <p className={classes['facts']}>
          <HolderLink policy={policy} />
          <span>
            <bdi>{nameOf(policy)}</bdi>
            {formula !== null && (
              <>
                {' · '}
                <bdi>{formula}</bdi>
              </>
            )}
          </span>
          <span>
            <bdi>{policy.agency_name}</bdi> (<bdi dir="ltr">{policy.agency_number}</bdi>)
          </span>
        </p>
      </div>
      <div className={classes['acts']}>
        {policy.status === 'draft' && can.edit && (
          <LinkButton to={`/policies/${policy.id}/edit`} icon={<Pencil aria-hidden="true" />}>
            <Trans>Modifier</Trans>
          </LinkButton>
        )}
        {can.issue && (
          <Button kind="primary" icon={<Send aria-hidden="true" />} onClick={() => setDoing('issue')}>
            <Trans>Émettre</Trans>
          </Button>
        )}
        {can.amend && (
          <Menu
            label={t`Établir un avenant`}
            entries={kinds.map(({ kind, label, icon }) => ({ key: kind, label, icon, act: () => setAmending(kind) }))}
          >
            {(opener) => (
              <Button {...opener} icon={<FilePen aria-hidden="true" />}>
                <Trans>Avenant</Trans>
                <ChevronDown aria-hidden="true" className={classes['chevron']} />
              </Button>
            )}
          </Menu>
        )}
        {can.reinstate && (
          <Button kind="primary" icon={<CirclePlay aria-hidden="true" />} onClick={() => setDoing('reinstate')}>
            <Trans>Remettre en vigueur</Trans>
          </Button>
        )}
        {can.renew && (
          <Button
            kind={policy.status === 'to_renew' || policy.status === 'lapsed' ? 'primary' : 'secondary'}
            icon={<RefreshCw aria-hidden="true" />}
            onClick={() => setDoing('renew')}
          >
            <Trans>Renouveler</Trans>
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
      <Figures policy={policy} />
      <Dialogs policy={policy} doing={doing} onClose={() => setDoing(null)} />
      {amending !== null && <AmendDialog policy={policy} kind={amending} onClose={() => setAmending(null)} />}
    </header>
  )
}
