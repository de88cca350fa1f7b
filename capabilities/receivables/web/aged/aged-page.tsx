import { Link, useNavigate } from '@tanstack/react-router'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { ChartColumn } from 'lucide-react'
import { useAddress } from '#kernel/web/address.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { Segments } from '#kernel/web/forms/segments.tsx'
import { useRead } from '#kernel/web/query.ts'
import { Blank, Failure } from '#kernel/web/ui/blank.tsx'
import { Card } from '#kernel/web/ui/card.tsx'
import { joined } from '#kernel/web/ui/joined.ts'
import { Page } from '#kernel/web/ui/page.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import table from '#kernel/web/ui/table.module.css'
import type { AgedBalance } from '../../answers.ts'
import { receivableOperations } from '../../contract.ts'
import { ageBuckets, type AgeBucket } from '../../fields.ts'
import { Amount } from '../amount.tsx'
import { AgeBar } from '../tab/age-bar.tsx'
import { useReceivableWords } from '../use-receivable-words.ts'
import classes from '../receivables.module.css'

type By = 'agency' | 'region' | 'contact'
type Line = AgedBalance['data'][number]

const readBy = (text: string | undefined): By => (text === 'region' || text === 'contact' ? text : 'agency')

/** The rows behind a figure: the list of bills, filtered as the figure is. */
const rowsOf = (by: By, id: string | null, agency: string | undefined, bucket: AgeBucket | null) => ({
  view: 'open',
  filter: JSON.stringify({
    ...(by === 'agency' && id !== null && { agency_id: id }),
    ...(by === 'contact' && id !== null && { contact_id: id }),
    ...(agency !== undefined && by !== 'agency' && { agency_id: agency }),
    ...(bucket !== null && { bucket }),
    balance_centimes: { gt: 0 },
  }),
})

interface CellsProps {
  readonly line: Pick<Line, 'buckets' | 'total_centimes'>
  readonly link: ((bucket: AgeBucket | null) => Record<string, string>) | null
}

const Cells = ({ line, link }: CellsProps) => (
  <>
    {line.buckets.map((one) => (
      <td key={one.bucket} className={joined(table['end'], table['wide'])}>
        {one.amount_centimes === 0 ? (
          <span className={classes['hint']}>–</span>
        ) : link ? (
          <Link to={'/receivables' as '.'} search={() => link(one.bucket) as never}>
            <Amount centimes={one.amount_centimes} />
          </Link>
        ) : (
          <Amount centimes={one.amount_centimes} />
        )}
      </td>
    ))}
    <td className={table['end']}>
      {link ? (
        <Link to={'/receivables' as '.'} search={() => link(null) as never}>
          <Amount centimes={line.total_centimes} strong />
        </Link>
      ) : (
        <Amount centimes={line.total_centimes} strong />
      )}
    </td>
  </>
)

const Balance = ({ answer, by, agency }: { answer: AgedBalance; by: By; agency: string | undefined }) => {
  const { t } = useLingui()
  const words = useReceivableWords()
  const heads: Readonly<Record<By, string>> = { agency: t`Agence`, region: t`Région`, contact: t`Client` }
  const nameOf = (line: Line) => line.name ?? (by === 'region' ? t`Sans région` : (line.code ?? '–'))
  return (
    <Card flush>
      <AgeBar buckets={answer.total.buckets} />
      <div className={table['scroll']}>
        <table className={table['table']}>
          <thead>
            <tr>
              <th>{heads[by]}</th>
              {ageBuckets.map((bucket) => (
                <th key={bucket} className={joined(table['end'], table['wide'])}>
                  {words.bucket[bucket]}
                </th>
              ))}
              <th className={table['end']}>
                <Trans>Total</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {answer.data.map((line) => (
              <tr key={line.id ?? 'none'}>
                <td>
                  {by === 'contact' ? (
                    <Link to={`/contacts/${line.id ?? ''}` as '.'} search={() => ({ tab: 'receivables' }) as never}>
                      <bdi>{nameOf(line)}</bdi>
                    </Link>
                  ) : by === 'agency' ? (
                    <Link to="." search={() => ({ by: 'contact', agency: line.id }) as never}>
                      <bdi>{nameOf(line)}</bdi>
                    </Link>
                  ) : (
                    <bdi>{nameOf(line)}</bdi>
                  )}
                  <small>
                    {line.code !== null && line.name !== null && (
                      <>
                        <bdi dir="ltr">{line.code}</bdi> ·{' '}
                      </>
                    )}
                    <Plural value={line.bills} one="# quittance" other="# quittances" />
                  </small>
                </td>
                <Cells line={line} link={by === 'region' ? null : (bucket) => rowsOf(by, line.id, agency, bucket)} />
              </tr>
            ))}
          </tbody>
          <tfoot className={classes['totals']}>
            <tr>
              <td>
                <b>
                  <Trans>Ensemble</Trans>
                </b>
                <small>
                  <Plural value={answer.total.bills} one="# quittance" other="# quittances" />
                </small>
              </td>
              <Cells line={answer.total} link={null} />
            </tr>
          </tfoot>
        </table>
      </div>
    </Card>
  )
}

/** «Balance âgée»: what is due by age, per agency, region or customer; each figure leads to its bills. */
export const AgedPage = () => {
  const { t } = useLingui()
  const formats = useFormats()
  const navigate = useNavigate()
  const address = useAddress()
  const by = readBy(address['by'])
  const agency = address['agency']
  const { data, error, refetch } = useRead(
    receivableOperations.agedBalance,
    { by, ...(agency !== undefined && { agency_id: agency }) },
    { keepPrevious: true },
  )
  const show = (next: By) =>
    void navigate({ to: '.', search: () => ({ by: next === 'agency' ? undefined : next }) as never, replace: true })
  const today = data && formats.day(data.day)
  return (
    <Page
      title={t`Balance âgée`}
      intro={today && <Trans>Ce qui est dû au {today}, selon le temps écoulé depuis l’échéance.</Trans>}
      back={{ to: '/receivables', label: <Trans>Créances</Trans> }}
      width="wide"
      acts={
        <Segments
          label={t`Par`}
          hideLabel
          value={by}
          onChange={show}
          options={[
            { value: 'agency', label: t`Par agence` },
            { value: 'region', label: t`Par région` },
            { value: 'contact', label: t`Par client` },
          ]}
        />
      }
    >
      {error && !data ? (
        <Failure error={error} again={() => refetch()} />
      ) : !data ? (
        <SkeletonRows rows={8} />
      ) : data.total.bills === 0 ? (
        <Blank icon={<ChartColumn aria-hidden="true" />} title={<Trans>Rien n’est dû</Trans>}>
          <Trans>Aucune quittance n’attend de paiement dans votre périmètre.</Trans>
        </Blank>
      ) : (
        <Balance answer={data} by={by} agency={agency} />
      )}
    </Page>
  )
}
