import type { ReactNode } from 'react'
import { useLingui } from '@lingui/react/macro'
import { ChevronDown, ChevronUp, Maximize2, X } from 'lucide-react'
import { IconButton } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { useNarrow } from '#kernel/web/ui/use-narrow.ts'
import classes from './quick-panel.module.css'

interface QuickPanelProps {
  readonly title: string
  readonly onClose: () => void
  readonly onOpen: () => void
  /** Null at either end of the list. */
  readonly onPrevious: (() => void) | null
  readonly onNext: (() => void) | null
  readonly children: ReactNode
}

/** A record beside its list, the next and the one before a key away. Slides over on a narrow screen. */
export const QuickPanel = ({ title, onClose, onOpen, onPrevious, onNext, children }: QuickPanelProps) => {
  const { t } = useLingui()
  const over = useNarrow(1080)
  const inside = (
    <>
      <div className={classes['bar']}>
        <IconButton label={t`Précédent`} size="small" disabled={!onPrevious} onClick={() => onPrevious?.()}>
          <ChevronUp aria-hidden="true" />
        </IconButton>
        <IconButton label={t`Suivant`} size="small" disabled={!onNext} onClick={() => onNext?.()}>
          <ChevronDown aria-hidden="true" />
        </IconButton>
        <span className={classes['room']} />
        <IconButton label={t`Ouvrir la fiche`} size="small" onClick={onOpen}>
          <Maximize2 aria-hidden="true" />
        </IconButton>
        <IconButton label={t`Fermer l’aperçu`} size="small" onClick={onClose}>
          <X aria-hidden="true" />
        </IconButton>
      </div>
      <div className={classes['body']}>{children}</div>
    </>
  )
  if (over)
    return (
      <Dialog title={title} kind="side" size="small" bare onClose={onClose}>
        {inside}
      </Dialog>
    )
  return (
    <aside className={classes['panel']} aria-label={t`Aperçu de ${title}`}>
      {inside}
    </aside>
  )
}
