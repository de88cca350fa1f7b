import { useState } from 'react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { Download } from 'lucide-react'
import { call, fileAddress } from '#kernel/web/api.ts'
import { Segments } from '#kernel/web/forms/segments.tsx'
import { useFormats } from '#kernel/web/formats.ts'
import { Failure } from '#kernel/web/ui/blank.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import button from '#kernel/web/ui/button.module.css'
import { Card } from '#kernel/web/ui/card.tsx'
import { joined } from '#kernel/web/ui/joined.ts'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { exchangeOperations, type ImportRun } from '../../contract.ts'
import { useImportWords } from './use-import-words.ts'
import { usePreview } from './use-run.ts'
import classes from './rows.module.css'

type Outcome = 'rejected' | 'skipped' | 'kept'
const aPage = 20

const useRows = (run: ImportRun, outcome: Outcome) =>
  useInfiniteQuery({
    queryKey: [exchangeOperations.listImportRows.name, run.id, outcome, run.version],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(exchangeOperations.listImportRows, { id: run.id, outcome, limit: aPage, ...(pageParam && { cursor: pageParam }) }, { signal }),
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  })

type Row = ReturnType<typeof useRows>['data'] extends infer Data
  ? Data extends { pages: ReadonlyArray<{ data: ReadonlyArray<infer One> }> }
    ? One
    : never
  : never

/** The cells of a row that say something, the ones at fault first. */
const Cells = ({ row, headers }: { row: Row; headers: readonly string[] }) => {
  const faulty = new Set(row.reasons.flatMap(({ column }) => column ?? []))
  const cells = (row.cells ?? [])
    .map((text, at) => ({ text, header: headers[at] || String(at + 1), at }))
    .filter(({ text, header }) => text.trim() !== '' || faulty.has(header))
    .toSorted((a, b) => Number(faulty.has(b.header)) - Number(faulty.has(a.header)) || a.at - b.at)
  return (
    <dl className={classes['cells']}>
      {cells.map(({ text, header, at }) => (
        <div key={at} data-fault={faulty.has(header) ? '' : undefined}>
          <dt>
            <bdi>{header}</bdi>
          </dt>
          <dd>{text.trim() === '' ? <Trans>vide</Trans> : <bdi>{text}</bdi>}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The rows of the file that were left out or kept from a return, with their line, their cells and why; a part at a time. */
export const RowsCard = ({ run, counts }: { run: ImportRun; counts: Readonly<Record<Outcome, number>> }) => {
  const { t } = useLingui()
  const { count } = useFormats()
  const { outcomes } = useImportWords()
  const present = (['rejected', 'skipped', 'kept'] as const).filter((outcome) => counts[outcome] > 0)
  const [chosen, choose] = useState<Outcome | null>(null)
  const outcome = chosen !== null && present.includes(chosen) ? chosen : (present[0] ?? 'rejected')
  const headers = usePreview(run, present.length > 0).data?.columns.map(({ header }) => header) ?? []
  const { data, error, refetch, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useRows(run, outcome)
  if (present.length === 0) return null
  const rows = data?.pages.flatMap((page) => page.data) ?? []
  return (
    <Card
      flush
      title={<Trans>Lignes concernées</Trans>}
      aside={
        counts.rejected > 0 && (
          <a
            className={joined(button['button'], button['small'])}
            href={fileAddress(exchangeOperations.downloadRejected, { id: run.id })}
            download
          >
            <Download aria-hidden="true" />
            <span>
              <Trans>Télécharger les lignes refusées</Trans>
            </span>
          </a>
        )
      }
    >
      {present.length > 1 && (
        <div className={classes['which']}>
          <Segments
            hideLabel
            label={t`Lignes montrées`}
            value={outcome}
            onChange={choose}
            options={present.map((one) => ({
              value: one,
              label: (
                <>
                  {outcomes[one]} <bdi>{count(counts[one])}</bdi>
                </>
              ),
            }))}
          />
        </div>
      )}
      {isPending ? (
        <SkeletonRows rows={4} />
      ) : error ? (
        <Failure error={error} again={refetch} />
      ) : rows.length === 0 ? (
        <p className={classes['none']}>
          <Trans>Le détail de ces lignes n’est plus conservé.</Trans>
        </p>
      ) : (
        <ul className={classes['rows']}>
          {rows.map((row) => {
            const line = count(row.line)
            return (
              <li key={row.row}>
                <p className={classes['line']}>
                  <Trans>Ligne {line}</Trans>
                </p>
                <div className={classes['row']}>
                  <ul>
                    {row.reasons.map((reason) => (
                      <li key={`${reason.code}/${reason.field}`}>
                        {reason.field !== null && (
                          <>
                            <b>{reason.field}</b>:{' '}
                          </>
                        )}
                        {reason.message}
                      </li>
                    ))}
                  </ul>
                  {row.record && (
                    <Link to={row.record.path}>
                      <Trans>Voir la fiche</Trans>
                    </Link>
                  )}
                  {row.cells !== null && <Cells row={row} headers={headers} />}
                </div>
              </li>
            )
          })}
        </ul>
      )}
      {hasNextPage && (
        <div className={classes['more']}>
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            <Trans>Voir les suivantes</Trans>
          </Button>
        </div>
      )}
    </Card>
  )
}
