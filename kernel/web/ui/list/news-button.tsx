import { Trans } from '@lingui/react/macro'
import { ArrowUp } from 'lucide-react'
import classes from './list.module.css'

/** «3 nouveaux clients, actualiser»: discreet, so that nothing moves under the reader's eyes. */
export const NewsButton = ({ words, onShow }: { words: string; onShow: () => void }) => (
  <div className={classes['news']} aria-live="polite">
    <button type="button" onClick={onShow}>
      <ArrowUp aria-hidden="true" />
      <Trans>{words}, actualiser</Trans>
    </button>
  </div>
)
