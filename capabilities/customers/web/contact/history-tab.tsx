import { Trans } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { ArrowRight, History } from 'lucide-react'
import { call } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { keyOf } from '#kernel/web/query.ts'
import { Blank, Failure } from '#kernel/web/ui/blank.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { customerOperations } from '../../contract.ts'
import { useFieldWords, type ContactField } from '../use-field-words.ts'
import { actsOf, isEmpty } from './history-acts.ts'
import { HistoryValue } from './history-value.tsx'
import { useHistoryWords } from './use-history-words.ts'
import classes from './contact.module.css'

const aPage = 100

/** «Historique»: every change of every field, by act, newest first. */
export const HistoryTab = ({ contactId }: { contactId: string }) => {
  const fields = useFieldWords()
  const words = useHistoryWords()
  const formats = useFormats()
  const input = { id: contactId, limit: aPage }
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = useInfiniteQuery({
    queryKey: [...keyOf(customerOperations.contactHistory, input), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      call(customerOperations.contactHistory, { ...input, ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor,
  })
  if (isPending) return <SkeletonRows rows={6} />
  const changes = data?.pages.flatMap((page) => page.data) ?? []
  if (error && changes.length === 0) return <Failure error={error} again={() => refetch()} />
  if (changes.length === 0)
    return (
      <Blank icon={<History aria-hidden="true" />} title={<Trans>Aucune modification</Trans>}>
        <Trans>Chaque champ modifié s’inscrit ici, avec son auteur.</Trans>
      </Blank>
    )
  return (
    <>
      <ol className={classes['history']}>
        {actsOf(changes, Object.keys(fields)).map((act) => (
          <li key={`${act.at}-${act.operation}-${act.by}`}>
            <header>
              <b>{words.operation(act.operation)}</b>
              <span>
                <bdi>{act.by}</bdi>
              </span>
              <time dateTime={act.at}>{formats.instant(act.at)}</time>
            </header>
            <dl>
              {act.changes.map(({ field, before, after }) => (
                <div key={field}>
                  <dt>{fields[field as ContactField] ?? field}</dt>
                  <dd>
                    {!isEmpty(before) && (
                      <>
                        <span className={classes['before']}>
                          <HistoryValue field={field} value={before} />
                        </span>
                        <ArrowRight aria-hidden="true" />
                      </>
                    )}
                    <span>
                      <HistoryValue field={field} value={after} />
                    </span>
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <p className={classes['complete']}>
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            <Trans>Voir les modifications plus anciennes</Trans>
          </Button>
        </p>
      )}
    </>
  )
}
