import { Trans, useLingui } from '@lingui/react/macro'
import { ShieldQuestionMark } from 'lucide-react'
import { useFormats } from '#kernel/web/formats.ts'
import { Blank } from '#kernel/web/ui/blank.tsx'
import { Chip } from '#kernel/web/ui/chip.tsx'
import tableClasses from '#kernel/web/ui/table.module.css'
import { useProductWords } from '#capabilities/products/web/index.ts'
import type { Policy } from '../../contract.ts'
import classes from './policy.module.css'

/** «Garanties et franchises»: what is covered, up to how much, what stays with the insured, for what premium. */
export const GuaranteesTab = ({ policy }: { policy: Policy }) => {
  const { t } = useLingui()
  const { amount, share } = useFormats()
  const { nameOf } = useProductWords()
  const money = (centimes: number) => <bdi dir="ltr">{amount(centimes, { decimals: 'needed' })}</bdi>
  if (policy.guarantees.length === 0)
    return (
      <Blank icon={<ShieldQuestionMark aria-hidden="true" />} title={<Trans>Aucune garantie connue</Trans>}>
        {policy.formula_name === null ? (
          <Trans>Le fichier dont vient cette police ne les dit pas; un avenant les inscrit.</Trans>
        ) : (
          <Trans>
            Le fichier dont vient cette police dit seulement sa formule: <bdi>{policy.formula_name}</bdi>.
          </Trans>
        )}
      </Blank>
    )
  return (
    <div className={classes['scroll']}>
      <table className={tableClasses['table']} aria-label={t`Garanties et franchises`}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Garantie</Trans>
            </th>
            <th scope="col" className={tableClasses['end']}>
              <Trans>Capital</Trans>
            </th>
            <th scope="col" className={tableClasses['end']}>
              <Trans>Franchise</Trans>
            </th>
            <th scope="col" className={tableClasses['end']}>
              <Trans>Prime nette</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {policy.guarantees.map((guarantee) => (
            <tr key={guarantee.code}>
              <td>
                <bdi>{nameOf(guarantee)}</bdi>{' '}
                {guarantee.compulsory && (
                  <Chip plain tone="info">
                    <Trans>obligatoire</Trans>
                  </Chip>
                )}
              </td>
              <td className={tableClasses['end']}>
                {guarantee.limit_centimes === null ? <span className={classes['none']}>–</span> : money(guarantee.limit_centimes)}
              </td>
              <td className={tableClasses['end']}>
                {guarantee.deductible_rate === null && guarantee.deductible_centimes === null && <span className={classes['none']}>–</span>}
                {guarantee.deductible_rate !== null && share(guarantee.deductible_rate / 10_000)}
                {guarantee.deductible_centimes !== null && (
                  <>
                    {guarantee.deductible_rate !== null && <Trans>, minimum </Trans>}
                    {money(guarantee.deductible_centimes)}
                  </>
                )}
              </td>
              <td className={tableClasses['end']}>
                <bdi dir="ltr">{amount(guarantee.premium_centimes)}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
