import { useCallback, useEffect, useId, useRef, useState, useSyncExternalStore, type CSSProperties } from 'react'
import { Link } from '@tanstack/react-router'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useFormats } from '#kernel/web/formats.ts'
import { Button } from './button.tsx'
import { Floating } from './floating.tsx'
import { joined } from './joined.ts'
import classes from './work-in-progress.module.css'

/** One thing that the server does in the background. */
export interface Work {
  readonly key: string
  /** What it is about: a file. */
  readonly label: string
  /** What is being done with it. */
  readonly detail: string
  /** From 0 to 1; null while it can't be told. */
  readonly progress: number | null
  readonly to: string
}

const done = (share: number) => ({ '--done': share }) as CSSProperties

const meanOf = (works: readonly Work[]): number | null => {
  const known = works.flatMap(({ progress }) => progress ?? [])
  return known.length === 0 ? null : known.reduce((sum, share) => sum + share, 0) / known.length
}

let known: ReadonlyMap<string, readonly Work[]> = new Map()
const watchers = new Set<() => void>()
const change = (owner: string, works: readonly Work[]) => {
  const next = new Map(known)
  if (works.length === 0) next.delete(owner)
  else next.set(owner, works)
  known = next
  for (const watcher of watchers) watcher()
}

/** Tells what a capability does in the background, for as long as the component that tells it is there. */
export const useReportWork = (owner: string, works: readonly Work[]): void => {
  // The list is new each time; what it says seldom is.
  const text = JSON.stringify(works)
  useEffect(() => change(owner, JSON.parse(text) as Work[]), [owner, text])
  useEffect(() => () => change(owner, []), [owner])
}

/** «Activités en cours»: what runs in the background, with how far it is; shown only while something does. */
export const WorkInProgress = () => {
  const { t } = useLingui()
  const { share } = useFormats()
  const all = useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => known,
  )
  const works = [...all.values()].flat()
  const anchor = useRef<HTMLButtonElement>(null)
  const id = useId()
  const [open, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  if (works.length === 0) return null
  const mean = meanOf(works)
  return (
    <>
      <Button
        ref={anchor}
        kind="quiet"
        className={classes['opener']}
        aria-label={t`Activités en cours`}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        icon={<i aria-hidden="true" className={joined(classes['ring'], mean === null && classes['unknown'])} style={done(mean ?? 0.3)} />}
        onClick={() => setOpen(!open)}
      >
        {mean === null ? works.length : share(Math.floor(mean * 100) / 100)}
      </Button>
      {open && (
        <Floating anchor={anchor} onClose={close} align="end" id={id} label={t`Activités en cours`} className={classes['box']}>
          <p className={classes['title']}>
            <Plural value={works.length} one="# activité en cours" other="# activités en cours" />
          </p>
          <ul>
            {works.map((work) => (
              <li key={work.key}>
                <Link to={work.to} className={classes['work'] ?? ''} onClick={close}>
                  <span className={classes['name']}>
                    <bdi>{work.label}</bdi>
                  </span>
                  <span className={classes['state']}>
                    <span>{work.detail}</span>
                    <span>{work.progress === null ? <Trans>en cours</Trans> : share(Math.floor(work.progress * 100) / 100)}</span>
                  </span>
                  {work.progress !== null && (
                    <span className={classes['bar']}>
                      <i style={done(work.progress)} />
                    </span>
                  )}
                </Link>
              </li>
            ))}
          </ul>
        </Floating>
      )}
    </>
  )
}
