import { Link } from '@tanstack/react-router'
import { useLingui } from '@lingui/react/macro'
import { useFormats } from '#kernel/web/formats.ts'
import { useRead } from '#kernel/web/query.ts'
import { KeyValues } from '#kernel/web/ui/key-values.tsx'
import { PolicyLink } from '#capabilities/policies/web/index.ts'
import { claimOperations, type ClaimRow } from '../../contract.ts'
import { ClaimState } from '../claim-state.tsx'
import { ClockList } from '../claim/clock-list.tsx'
import { declarationDueOn } from '../claim/declaration-due.ts'
import { MoveButtons } from '../claim/move-buttons.tsx'
import { FlagList } from '../flag-list.tsx'
import { useClaimProduct } from '../use-claim-product.ts'
import { useClaimWords } from '../use-claim-words.ts'
import classes from '../claims.module.css'

/** A claim beside the list: what happened to whom, its clocks and money, and the next step. */
export const ClaimQuick = ({ row }: { row: ClaimRow }) => {
  const { t } = useLingui()
  const words = useClaimWords()
  const formats = useFormats()
  const { productOf } = useClaimProduct()
  const { data: claim } = useRead(claimOperations.getClaim, { id: row.id })
  const amount = (centimes: number) => <bdi dir="ltr">{formats.amount(centimes)}</bdi>
  return (
    <div className={classes['quick']}>
      <header>
        <h2>
          <bdi dir="ltr">{row.number}</bdi>
          <ClaimState status={row.status} />
        </h2>
        <p>
          {words.nature[row.nature]} ·{' '}
          <Link to={`/contacts/${row.contact_id}` as '.'}>
            <bdi>{row.contact_name}</bdi>
          </Link>
        </p>
      </header>
      {claim && <MoveButtons claim={claim} few />}
      {claim && (
        <FlagList flags={claim.flags} duplicates={claim.duplicates} dueOn={declarationDueOn(claim)} declaredOn={claim.declared_on} framed />
      )}
      {claim && <ClockList clocks={claim.clocks} />}
      <KeyValues
        facts={[
          { key: 'occurred', name: t`Survenu le`, value: formats.day(row.occurred_on) },
          { key: 'declared', name: t`Déclaré le`, value: formats.day(row.declared_on) },
          { key: 'place', name: t`Lieu`, value: row.place && <bdi>{row.place}</bdi> },
          { key: 'policy', name: t`Police`, value: <PolicyLink id={row.policy_id} number={row.policy_number} /> },
          { key: 'product', name: t`Produit`, value: <bdi>{productOf(row)}</bdi> },
          { key: 'insured', name: t`Bien`, value: row.insured_label && <bdi>{row.insured_label}</bdi> },
          { key: 'expert', name: t`Expert`, value: row.expert_name && <bdi>{row.expert_name}</bdi> },
          { key: 'reserve', name: t`Provision`, value: amount(row.reserve_centimes) },
          { key: 'paid', name: t`Réglé`, value: amount(row.paid_centimes) },
          { key: 'net', name: t`Coût net`, value: amount(row.net_cost_centimes) },
          { key: 'agency', name: t`Agence`, value: <bdi>{row.agency_name}</bdi> },
          { key: 'owner', name: t`Gestionnaire`, value: row.owner_name && <bdi>{row.owner_name}</bdi> },
        ]}
      />
      {claim?.circumstances && (
        <p>
          <bdi>{claim.circumstances}</bdi>
        </p>
      )}
    </div>
  )
}
