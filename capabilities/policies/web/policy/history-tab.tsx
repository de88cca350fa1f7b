import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { ArrowRight, History } from 'lucide-react'
import { call } from '#kernel/web/api.ts'
import { isDay } from '#kernel/shared/days.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { keyOf } from '#kernel/web/query.ts'
import { Blank, Failure } from '#kernel/web/ui/blank.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { policyOperations } from '../../contract.ts'
import { useHistoryWords } from './use-history-words.ts'
import classes from './policy.module.css'

const aPage = 100

interface Change {
  readonly at: string
  readonly by: string
  readonly operation: string
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

const Value = ({ field, value }: { field: string; value: unknown }) => {
  const { t } = useLingui()
  const formats = useFormats()
  const words = useHistoryWords()
  if (value === null || value === undefined || value === '') return <span className={classes['none']}>–</span>
  if (typeof value === 'boolean') return value ? t`oui` : t`non`
  if (field.endsWith('_centimes') && typeof value === 'number') return <bdi dir="ltr">{formats.amount(value)}</bdi>
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value as string | number)
  return <bdi>{isDay(text) ? formats.day(text) : words.value(field, text)}</bdi>
}

/** «Historique»: every change of the record, by act, newest first. */
export const HistoryTab = ({ policyId }: { policyId: string }) => {
  const formats = useFormats()
  const words = useHistoryWords()
  const input = { id: policyId, limit: aPage }
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = useInfiniteQuery({
    queryKey: [...keyOf(policyOperations.policyHistory, input), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      call(policyOperations.policyHistory, { ...input, ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor,
  })
  if (isPending) return <SkeletonRows rows={6} />
  const changes: readonly Change[] = data?.pages.flatMap((page) => page.data as readonly Change[]) ?? []
  if (error && changes.length === 0) return <Failure error={error} again={() => refetch()} />
  const shown = changes.filter(({ field }) => words.field[field] !== undefined)
  if (shown.length === 0)
    return (
      <Blank icon={<History aria-hidden="true" />} title={<Trans>Aucune modification</Trans>}>
        <Trans>Chaque champ modifié s’inscrit ici, avec son auteur.</Trans>
      </Blank>
    )
  const acts = [...Map.groupBy(shown, ({ at, by, operation }) => `${at} ${operation} ${by}`).values()]
  return (
    <>
      <ol className={classes['list']}>
        {acts.map((act) => {
          const [first] = act
          return (
            first && (
              <li key={`${first.at}-${first.operation}-${first.by}`}>
                <header>
                  <b>{words.operation(first.operation)}</b>
                  <span>
                    <bdi>{first.by}</bdi>
                  </span>
                  <span>
                    <time dateTime={first.at}>{formats.instant(first.at)}</time>
                  </span>
                </header>
                <dl className={classes['changes']}>
                  {act.map(({ field, before, after }) => (
                    <div key={field}>
                      <dt>{words.field[field]}</dt>
                      <dd>
                        {before !== null && before !== undefined && before !== '' && (
                          <>
                            <span className={classes['before']}>
                              <Value field={field} value={before} />
                            </span>
                            <ArrowRight aria-hidden="true" />
                          </>
                        )}
                        <span>
                          <Value field={field} value={after} />
                        </span>
                      </dd>
                    </div>
                  ))}
                </dl>
              </li>
            )
          )
        })}
      </ol>
      {hasNextPage && (
        <p className={classes['more']}>
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            <Trans>Voir les modifications plus anciennes</Trans>
          </Button>
        </p>
      )}
    </>
  )
}
