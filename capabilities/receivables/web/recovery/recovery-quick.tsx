import { Link } from '@tanstack/react-router'
import { Trans } from '@lingui/react/macro'
import { useFormats } from '#kernel/web/formats.ts'
import { Chip } from '#kernel/web/ui/chip.tsx'
import { KeyValues } from '#kernel/web/ui/key-values.tsx'
import type { RecoveryRow } from '../../recovery-contract.ts'
import { CaseCourse } from './case-course.tsx'
import { stateTones, useRecoveryWords } from './use-recovery-words.ts'
import classes from './recovery.module.css'

/** A case beside the list: who owes what on which policy, and its course. */
export const RecoveryQuick = ({ row }: { row: RecoveryRow }) => {
  const words = useRecoveryWords()
  const formats = useFormats()
  return (
    <div className={classes['quick']}>
      <header>
        <h2>
          <Link to={`/contacts/${row.contact_id}` as '.'}>
            <bdi>{row.contact_name}</bdi>
          </Link>
        </h2>
        <p>
          <bdi dir="ltr">{row.contact_code}</bdi>
        </p>
        <Chip tone={stateTones[row.state]}>{words.state[row.state]}</Chip>
      </header>
      <KeyValues
        facts={[
          {
            key: 'balance',
            name: <Trans>Reste dû</Trans>,
            value: <bdi className={classes['amount']}>{formats.amount(row.balance_centimes)}</bdi>,
          },
          {
            key: 'policy',
            name: <Trans>Police</Trans>,
            value: (
              <Link to={`/policies/${row.policy_id}` as '.'}>
                <bdi dir="ltr">{row.policy_number}</bdi>
              </Link>
            ),
          },
          { key: 'product', name: <Trans>Produit</Trans>, value: <bdi>{row.product_name}</bdi> },
          { key: 'insured', name: <Trans>Bien assuré</Trans>, value: row.insured_label && <bdi>{row.insured_label}</bdi> },
          { key: 'agency', name: <Trans>Agence</Trans>, value: <bdi>{row.agency_name}</bdi> },
        ]}
      />
      <CaseCourse id={row.id} />
    </div>
  )
}
