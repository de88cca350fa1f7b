import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react'
import { useLingui } from '@lingui/react/macro'
import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { Button, IconButton } from './button.tsx'
import { joined } from './joined.ts'
import classes from './toasts.module.css'

interface Toast {
  readonly key: number
  readonly tone: 'good' | 'bad'
  readonly text: ReactNode
  /** Takes it back, or leads on; the toast goes once it is pressed. */
  readonly act?: { readonly label: ReactNode; readonly run: () => unknown } | undefined
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

/** Says in a corner that something is done (or was refused), for ten seconds with the way to take it back, for five without. */
export const toast = (text: ReactNode, { act, tone = 'good' }: { act?: Toast['act']; tone?: Toast['tone'] } = {}): void => {
  last += 1
  change([...shown.slice(1 - most), { key: last, tone, text, act }])
}

const Shown = ({ toast: { key, tone, text, act } }: { toast: Toast }) => {
  const { t } = useLingui()
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return undefined
    const timer = setTimeout(() => dismiss(key), act || tone === 'bad' ? shownMs.withAct : shownMs.plain)
    return () => clearTimeout(timer)
  }, [key, held, act, tone])
  const Picture = tone === 'good' ? CircleCheck : CircleAlert
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
      {act && (
        <Button
          size="small"
          onClick={() => {
            dismiss(key)
            void act.run()
          }}
        >
          {act.label}
        </Button>
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
