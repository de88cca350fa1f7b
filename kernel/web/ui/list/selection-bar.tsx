import { useEffect, type ReactNode } from 'react'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { IconButton } from '#kernel/web/ui/button.tsx'
import { mostSelected } from './selection.ts'
import classes from './selection-bar.module.css'

/** What is done with the chosen rows; stands over the list while some are chosen. */
export const SelectionBar = ({
  words,
  count,
  onClear,
  children,
}: {
  words: string
  count: number
  onClear: () => void
  children: ReactNode
}) => {
  const { t } = useLingui()
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClear()
    }
    document.addEventListener('keydown', leave)
    return () => document.removeEventListener('keydown', leave)
  }, [onClear])
  // Toasts stand over the bar, not on it.
  useEffect(() => {
    const { style } = document.documentElement
    style.setProperty('--toast-lift', '58px')
    return () => void style.removeProperty('--toast-lift')
  }, [])
  return (
    <div className={classes['bar']} role="toolbar" aria-label={t`Actions sur la sélection`}>
      <p aria-live="polite">
        <b>{words}</b>
        {count === mostSelected && (
          <small>
            <Trans>
              le plus en une fois: <Plural value={mostSelected} one="# ligne" other="# lignes" />
            </Trans>
          </small>
        )}
      </p>
      <div className={classes['acts']}>{children}</div>
      <IconButton label={t`Annuler la sélection`} size="small" onClick={onClear}>
        <X aria-hidden="true" />
      </IconButton>
    </div>
  )
}
