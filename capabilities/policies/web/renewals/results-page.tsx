import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { CalendarClock } from 'lucide-react'
import { useAddressParam } from '#kernel/web/address.ts'
import { addDays, endOf, startOf } from '#kernel/shared/days.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { Segments } from '#kernel/web/forms/segments.tsx'
import { useRead } from '#kernel/web/query.ts'
import { Blank, Failure } from '#kernel/web/ui/blank.tsx'
import { Card } from '#kernel/web/ui/card.tsx'
import { Page } from '#kernel/web/ui/page.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { renewalOperations, type RenewalResult } from '../../renewal-contract.ts'
import classes from './renewals.module.css'

const groupings = ['agency', 'product', 'region'] as const
const stretches = ['last', 'this', 'next'] as const

/** What becomes of the terms of a month, by agency, product or region; each line leads to its rows. */
export const RenewalResultsPage = () => {
  const { t } = useLingui()
  const formats = useFormats()
  const [by, setBy] = useAddressParam('by')
  const [when, setWhen] = useAddressParam('when')
  const grouping = groupings.find((one) => one === by) ?? 'agency'
  const stretch = stretches.find((one) => one === when) ?? 'this'
  const today = formats.today()
  const month = startOf('month', today)
  const from = stretch === 'this' ? month : stretch === 'last' ? startOf('month', addDays(month, -1)) : addDays(endOf('month', today), 1)
  const until = endOf('month', from)
  const { data, error, refetch } = useRead(renewalOperations.renewalResults, { from, until, by: grouping }, { keepPrevious: true })
  const rowsOf = (row: RenewalResult) => {
    const field = grouping === 'agency' ? 'agency_id' : 'product_id'
    const filter = { expiry_date: { gte: from, lte: until }, ...(row.id !== null && grouping !== 'region' && { [field]: row.id }) }
    return { view: 'all', filter: JSON.stringify(filter) }
  }
  const line = (row: RenewalResult, key: string, name: ReactNode) => (
    <tr key={key} data-total={key === 'total' ? '' : undefined}>
      <th scope="row">{name}</th>
      <td>{formats.count(row.terms)}</td>
      <td>
        <bdi>{formats.amount(row.premium_centimes, { decimals: 'never' })}</bdi>
      </td>
      <td>{formats.count(row.noticed)}</td>
      <td>{formats.count(row.renewed)}</td>
      <td>{formats.count(row.not_renewed)}</td>
      <td>{formats.count(row.open)}</td>
      <td>{row.rate === null ? '—' : formats.share(row.rate / 100)}</td>
    </tr>
  )
  return (
    <Page
      title={t`Résultats des échéances`}
      back={{ to: '/renewals', label: <Trans>Échéances</Trans> }}
      intro={<Trans>Polices arrivées ou arrivant à échéance, et ce qu’elles deviennent. Le taux compte les échéances passées.</Trans>}
      width="wide"
    >
      <div className={classes['choices']}>
        <Segments
          label={t`Mois`}
          value={stretch}
          onChange={(value) => setWhen(value === 'this' ? null : value)}
          options={[
            { value: 'last', label: formats.day(startOf('month', addDays(month, -1)), 'month') },
            { value: 'this', label: formats.day(month, 'month') },
            { value: 'next', label: formats.day(addDays(endOf('month', today), 1), 'month') },
          ]}
        />
        <Segments
          label={t`Par`}
          value={grouping}
          onChange={(value) => setBy(value === 'agency' ? null : value)}
          options={[
            { value: 'agency', label: t`Agence` },
            { value: 'product', label: t`Produit` },
            { value: 'region', label: t`Région` },
          ]}
        />
      </div>
      {error && !data ? (
        <Failure error={error} again={() => refetch()} />
      ) : !data ? (
        <SkeletonRows rows={10} />
      ) : data.data.length === 0 ? (
        <Blank icon={<CalendarClock aria-hidden="true" />} title={<Trans>Aucune échéance ce mois-là</Trans>} />
      ) : (
        <Card flush>
          <div className={classes['scroll']}>
            <table className={classes['results']}>
              <thead>
                <tr>
                  <th scope="col">
                    {grouping === 'agency' ? (
                      <Trans>Agence</Trans>
                    ) : grouping === 'product' ? (
                      <Trans>Produit</Trans>
                    ) : (
                      <Trans>Région</Trans>
                    )}
                  </th>
                  <th scope="col">
                    <Trans>Échéances</Trans>
                  </th>
                  <th scope="col">
                    <Trans>Primes</Trans>
                  </th>
                  <th scope="col">
                    <Trans>Avis faits</Trans>
                  </th>
                  <th scope="col">
                    <Trans>Renouvelées</Trans>
                  </th>
                  <th scope="col">
                    <Trans>Non renouvelées</Trans>
                  </th>
                  <th scope="col">
                    <Trans>À décider</Trans>
                  </th>
                  <th scope="col">
                    <Trans>Taux</Trans>
                  </th>
                </tr>
              </thead>
              <tbody>
                {line(data.total, 'total', <Trans>Ensemble</Trans>)}
                {data.data.map((row) =>
                  line(
                    row,
                    row.id ?? 'none',
                    grouping === 'region' ? (
                      <bdi>{row.name === '' ? t`Sans région` : row.name}</bdi>
                    ) : (
                      <Link to={'/renewals' as '.'} search={() => rowsOf(row)}>
                        <bdi>{row.name}</bdi>
                      </Link>
                    ),
                  ),
                )}
              </tbody>
            </table>
          </div>
        </Card>
      )}
    </Page>
  )
}
