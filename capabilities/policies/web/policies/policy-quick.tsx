import { Link } from '@tanstack/react-router'
import { Trans } from '@lingui/react/macro'
import { useFormats } from '#kernel/web/formats.ts'
import { useRead } from '#kernel/web/query.ts'
import { KeyValues } from '#kernel/web/ui/key-values.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { policyOperations, type PolicyRow } from '../../contract.ts'
import { PolicyState } from '../policy-state.tsx'
import { PolicyWarnings } from '../policy/policy-warnings.tsx'
import { usePolicyWords } from '../use-policy-words.ts'
import { useProductName } from '../use-product-name.ts'
import classes from './quick.module.css'

/** A policy beside the list: whose, what is insured and how, until when, for how much; what is to be known about it. */
export const PolicyQuick = ({ row }: { row: PolicyRow }) => {
  const formats = useFormats()
  const words = usePolicyWords()
  const nameOf = useProductName()
  const { data: policy } = useRead(policyOperations.getPolicy, { id: row.id })
  return (
    <div className={classes['quick']}>
      <header>
        <h2>
          <bdi dir="ltr">{row.number}</bdi>
        </h2>
        <p>
          <Link to={`/contacts/${row.contact_id}` as '.'}>
            <bdi>{row.contact_name}</bdi>
          </Link>{' '}
          · <bdi dir="ltr">{row.contact_code}</bdi>
        </p>
        <PolicyState status={row.status} />
      </header>
      {policy && <PolicyWarnings policy={policy} />}
      <KeyValues
        facts={[
          { key: 'product', name: <Trans>Produit</Trans>, value: <bdi>{nameOf(row)}</bdi> },
          { key: 'formula', name: <Trans>Formule</Trans>, value: row.formula_name && <bdi>{row.formula_name}</bdi> },
          { key: 'insured', name: <Trans>Objet assuré</Trans>, value: row.insured_label && <bdi>{row.insured_label}</bdi> },
          { key: 'effect', name: <Trans>Effet</Trans>, value: formats.day(row.effective_date) },
          {
            key: 'expiry',
            name: <Trans>Échéance</Trans>,
            value: (
              <>
                {formats.day(row.expiry_date)} · {formats.dayFromToday(row.expiry_date)}
              </>
            ),
          },
          { key: 'type', name: <Trans>Type de contrat</Trans>, value: words.contractType[row.contract_type] },
          { key: 'premium', name: <Trans>Prime TTC</Trans>, value: <bdi dir="ltr">{formats.amount(row.total_premium_centimes)}</bdi> },
          { key: 'agency', name: <Trans>Agence</Trans>, value: <bdi>{row.agency_name}</bdi> },
          { key: 'owner', name: <Trans>Chargé</Trans>, value: row.owner_name && <bdi>{row.owner_name}</bdi> },
        ]}
      />
      <h3>
        <Trans>Garanties</Trans>
      </h3>
      {policy ? (
        <ul>
          {policy.guarantees.map((guarantee) => (
            <li key={guarantee.code}>
              <bdi>{guarantee.name}</bdi>
              <bdi dir="ltr">{formats.amount(guarantee.premium_centimes)}</bdi>
            </li>
          ))}
        </ul>
      ) : (
        <SkeletonRows rows={3} />
      )}
    </div>
  )
}
