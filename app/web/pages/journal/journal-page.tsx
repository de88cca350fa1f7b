import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { FileClock, ShieldCheck } from 'lucide-react'
import { isDay } from '#kernel/shared/days.ts'
import { auditOperations } from '#kernel/shared/audit-contract.ts'
import type { OutputOf } from '#kernel/shared/contract.ts'
import { ApiProblem, call } from '#kernel/web/api.ts'
import { DayField } from '#kernel/web/forms/day-field.tsx'
import { PickField } from '#kernel/web/forms/pick-field.tsx'
import { keyOf } from '#kernel/web/query.ts'
import { Blank, Failure } from '#kernel/web/ui/blank.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { Card } from '#kernel/web/ui/card.tsx'
import { Page } from '#kernel/web/ui/page.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { ColleagueField } from '#capabilities/identity/web/index.ts'
import { JournalEntry } from './journal-entry.tsx'
import { useJournalFilter } from './use-journal-filter.ts'
import { useOperationWords } from './use-operation-words.ts'
import { VerifyReport } from './verify-report.tsx'
import classes from './journal.module.css'

const aPage = 50
const nobody = { actor: null, operation: null, from: '', to: '' }

/** «Journal d’audit»: who did what, when, from where, newest first; and whether anybody touched it since. */
export const JournalPage = () => {
  const { t } = useLingui()
  const operations = useOperationWords()
  const { filter, input, change, narrowed } = useJournalFilter()
  const [report, setReport] = useState<OutputOf<typeof auditOperations.verifyAudit> | null>(null)
  const [verifying, setVerifying] = useState(false)
  const asked = { ...input, limit: aPage }
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = useInfiniteQuery({
    queryKey: [...keyOf(auditOperations.listAudit, asked), 'pages'],
    queryFn: ({ pageParam, signal }) => call(auditOperations.listAudit, { ...asked, ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor,
    // Every act of anybody writes here and no event tells it: it is read anew at each visit.
    staleTime: 0,
  })
  const entries = data?.pages.flatMap((page) => page.data) ?? []
  const verify = async () => {
    setVerifying(true)
    try {
      setReport(await call(auditOperations.verifyAudit, {}))
    } catch (refusal) {
      toast(refusal instanceof ApiProblem && refusal.status > 0 ? refusal.message : t`Le serveur ne répond pas. Réessayez.`, {
        tone: 'bad',
      })
    } finally {
      setVerifying(false)
    }
  }
  const dayError = (text: string) => (text === '' || isDay(text) ? undefined : t`Écrivez la date comme 23/11/2026.`)
  return (
    <Page
      title={t`Journal d’audit`}
      intro={<Trans>Chaque action y est inscrite et scellée; les données sensibles restent masquées.</Trans>}
      acts={
        <Button icon={<ShieldCheck aria-hidden="true" />} busy={verifying} onClick={() => void verify()}>
          <Trans>Vérifier le journal</Trans>
        </Button>
      }
    >
      <div className={classes['filters']}>
        <ColleagueField
          label={t`Personne`}
          value={filter.actor}
          shown={entries.find(({ actor_id }) => actor_id === filter.actor)?.actor_name ?? null}
          placeholder={t`Tout le monde`}
          onChange={(actor) => change({ actor })}
        />
        <PickField
          label={t`Action`}
          source={{ options: Object.entries(operations).map(([value, label]) => ({ value, label })) }}
          value={filter.operation}
          shown={filter.operation}
          clearable
          placeholder={t`Toutes`}
          onChange={(operation) => change({ operation })}
        />
        <DayField label={t`Du`} value={filter.from} error={dayError(filter.from)} required={false} onChange={(from) => change({ from })} />
        <DayField label={t`Au`} value={filter.to} error={dayError(filter.to)} required={false} onChange={(to) => change({ to })} />
      </div>
      {isPending ? (
        <SkeletonRows rows={10} />
      ) : error && entries.length === 0 ? (
        <Failure error={error} again={() => refetch()} />
      ) : entries.length === 0 ? (
        <Blank
          icon={<FileClock aria-hidden="true" />}
          title={narrowed ? <Trans>Aucune écriture ne correspond</Trans> : <Trans>Le journal est vide</Trans>}
          acts={
            narrowed && (
              <Button onClick={() => change(nobody)}>
                <Trans>Effacer les filtres</Trans>
              </Button>
            )
          }
        >
          {narrowed ? (
            <Trans>Élargissez la période, ou choisissez une autre personne ou une autre action.</Trans>
          ) : (
            <Trans>Les actions de chacun s’inscriront ici.</Trans>
          )}
        </Blank>
      ) : (
        <Card flush>
          <ol className={classes['entries']}>
            {entries.map((entry) => (
              <JournalEntry key={entry.id} entry={entry} />
            ))}
          </ol>
          {hasNextPage && (
            <p className={classes['more']}>
              <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                <Trans>Voir les écritures plus anciennes</Trans>
              </Button>
            </p>
          )}
        </Card>
      )}
      {report && <VerifyReport report={report} onClose={() => setReport(null)} />}
    </Page>
  )
}
