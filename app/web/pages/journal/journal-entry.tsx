import { Plural } from '@lingui/react/macro'
import { ArrowRight, ChevronRight } from 'lucide-react'
import type { AuditEntry } from '#kernel/shared/audit-contract.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { Chip } from '#kernel/web/ui/chip.tsx'
import { changesOf } from './changes-of.ts'
import { useJournalWords } from './use-journal-words.ts'
import { useOperationWords } from './use-operation-words.ts'
import classes from './journal.module.css'

/** One line of the journal: what, to what, who, when, from where; what changed is folded under it. */
export const JournalEntry = ({ entry }: { entry: AuditEntry }) => {
  const formats = useFormats()
  const operations = useOperationWords()
  const words = useJournalWords()
  const changes = changesOf(entry)
  const kind = words.actors[entry.actor_kind]
  const title = entry.subject_title ?? (entry.subject_id === null ? undefined : entry.names[entry.subject_id])
  return (
    <li className={classes['entry']}>
      <time dateTime={entry.occurred_at} title={formats.ago(entry.occurred_at)}>
        {formats.instant(entry.occurred_at)}
      </time>
      <div className={classes['what']}>
        <p>
          <b>{operations[entry.operation] ?? <code>{entry.operation}</code>}</b>
          {title && <bdi>{title}</bdi>}
        </p>
        {entry.reason && <q>{entry.reason}</q>}
        {changes.length > 0 && (
          <details>
            <summary>
              <ChevronRight aria-hidden="true" />
              <Plural value={changes.length} one="# champ" other="# champs" />
            </summary>
            <dl>
              {changes.map(({ field, before, after }) => (
                <div key={field}>
                  <dt>{words.field(field)}</dt>
                  <dd>
                    {before !== undefined && (
                      <>
                        <del>
                          <bdi>{words.value(entry, field, before)}</bdi>
                        </del>
                        <ArrowRight aria-hidden="true" />
                      </>
                    )}
                    <bdi>{words.value(entry, field, after)}</bdi>
                  </dd>
                </div>
              ))}
            </dl>
          </details>
        )}
      </div>
      <div className={classes['who']}>
        <span>
          {/* A visitor has no name: the word says it, in the reader's language. */}
          {entry.actor_kind === 'visitor' ? <i>{kind}</i> : <bdi>{entry.actor_name}</bdi>}{' '}
          {kind !== null && entry.actor_kind !== 'visitor' && kind !== entry.actor_name.toLocaleLowerCase() && <Chip plain>{kind}</Chip>}
        </span>
        {entry.ip && <code>{entry.ip}</code>}
      </div>
    </li>
  )
}
