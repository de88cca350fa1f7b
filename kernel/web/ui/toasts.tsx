import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react'
import { useLingui } from '@lingui/react/macro'
import { Bell, CircleAlert, CircleCheck, X } from 'lucide-react'
import { Button, IconButton } from './button.tsx'
import { joined } from './joined.ts'
import classes from './toasts.module.css'

interface Toast {
  readonly key: number
  readonly tone: 'good' | 'bad' | 'news'
  readonly text: ReactNode
  /** Takes it back, or leads on; the toast goes once it is pressed. */
  readonly act?: Act | undefined
  /** A second thing that may be done at once. */
  readonly also?: Act | undefined
}
interface Act {
  readonly label: ReactNode
  readonly run: () => unknown
}

let shown: readonly Toast[] = []
let last = 0
const watchers = new Set<() => void>()
const most = 3
// Time enough to take something back; less where there is nothing to press.
const shownMs = { withAct: 10_000, plain: 5_000 }

const change = (next: readonly Toast[]) => {
  shown = next
  for (const watcher of watchers) watcher()
}
const dismiss = (key: number) => change(shown.filter((toast) => toast.key !== key))

/** Says in a corner that something is done, was refused or is new, for ten seconds with the way to take it back, for five without. */
export const toast = (text: ReactNode, { act, also, tone = 'good' }: Partial<Pick<Toast, 'act' | 'also' | 'tone'>> = {}): void => {
  last += 1
  change([...shown.slice(1 - most), { key: last, tone, text, act, also }])
}

const pictures = { good: CircleCheck, bad: CircleAlert, news: Bell } as const

const Shown = ({ toast: { key, tone, text, act, also } }: { toast: Toast }) => {
  const { t } = useLingui()
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return undefined
    const timer = setTimeout(() => dismiss(key), act || tone !== 'good' ? shownMs.withAct : shownMs.plain)
    return () => clearTimeout(timer)
  }, [key, held, act, tone])
  const Picture = pictures[tone]
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it only waits while the pointer is there
    <li
      className={joined(classes['toast'], classes[tone])}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Picture aria-hidden="true" />
      <p>{text}</p>
      {[act, also].map(
        (one, at) =>
          one && (
            <Button
              key={at === 0 ? 'act' : 'also'}
              size="small"
              onClick={() => {
                dismiss(key)
                void one.run()
              }}
            >
              {one.label}
            </Button>
          ),
      )}
      <IconButton label={t`Fermer`} size="small" onClick={() => dismiss(key)}>
        <X aria-hidden="true" />
      </IconButton>
    </li>
  )
}

/** The corner where toasts are shown; once, in the shell. They wait while the pointer or the focus is on them. */
export const Toasts = () => {
  const { t } = useLingui()
  const toasts = useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => shown,
  )
  return (
    <section className={classes['corner']} aria-label={t`Messages`} aria-live="polite" aria-relevant="additions">
      <ul>
        {toasts.map((one) => (
          <Shown key={one.key} toast={one} />
        ))}
      </ul>
    </section>
  )
}
