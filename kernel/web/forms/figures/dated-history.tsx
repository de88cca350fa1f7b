import type { ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Trash2 } from 'lucide-react'
import { useFormats } from '#kernel/web/formats.ts'
import { IconButton } from '#kernel/web/ui/button.tsx'
import { Chip } from '#kernel/web/ui/chip.tsx'
import { DayText } from '#kernel/web/ui/moment.tsx'
import { FigureView } from './figure-view.tsx'
import type { FigureShape } from './figures.ts'
import classes from './figures.module.css'

/** A value that began, or will begin, on a day. */
export interface DatedEntry {
  readonly key: string
  readonly from: string
  readonly value: unknown
  readonly shape: FigureShape
  /** In a few words, above the figures. */
  readonly summary?: ReactNode
  readonly basis: string | null
  /** Who gave it; null for the program's own. */
  readonly by: string | null
  readonly note?: string | null
  /** Whether it is the one that counts today. */
  readonly current: boolean
  /** Takes it back, while it has not begun. */
  readonly onRemove?: (() => void) | undefined
}

const Entry = ({ entry }: { entry: DatedEntry }) => {
  const { t } = useLingui()
  const { today } = useFormats()
  const coming = entry.from > today()
  const { shape } = entry
  const empty = shape.figures.length === 0 && shape.tables.length === 0
  return (
    <li data-past={!coming && !entry.current ? '' : undefined}>
      <header>
        <strong>
          <Trans>
            À partir du <DayText day={entry.from} />
          </Trans>
        </strong>
        {entry.current && (
          <Chip tone="good">
            <Trans>En vigueur</Trans>
          </Chip>
        )}
        {coming && (
          <Chip tone="info">
            <Trans>À venir</Trans>
          </Chip>
        )}
        {coming && entry.onRemove && (
          <IconButton size="small" label={t`Retirer cette valeur à venir`} onClick={entry.onRemove}>
            <Trash2 aria-hidden="true" />
          </IconButton>
        )}
      </header>
      {entry.summary}
      {shape.scalar ? (
        <FigureView shape={shape} value={entry.value} />
      ) : (
        !entry.current &&
        !empty && (
          <details>
            <summary>
              <Trans>Voir le détail</Trans>
            </summary>
            <FigureView shape={shape} value={entry.value} />
          </details>
        )
      )}
      <p>
        {entry.basis && (
          <>
            <bdi>{entry.basis}</bdi>
            {' · '}
          </>
        )}
        {entry.by === null ? <Trans>valeur du programme</Trans> : <bdi>{entry.by}</bdi>}
      </p>
      {entry.note && (
        <p>
          <bdi>{entry.note}</bdi>
        </p>
      )}
    </li>
  )
}

/** Every value that something had or will have: since when, on what it rests, by whom. */
export const DatedHistory = ({ entries }: { entries: readonly DatedEntry[] }) => (
  <ol className={classes['history']}>
    {entries.map((entry) => (
      <Entry key={entry.key} entry={entry} />
    ))}
  </ol>
)
