import { useEffect, useState, useSyncExternalStore } from 'react'
import { Trans } from '@lingui/react/macro'
import { CloudOff } from 'lucide-react'
import { listenToCalls } from '#kernel/web/api.ts'
import { useLiveLine } from '#kernel/web/events/live-answers.ts'
import classes from './line-banner.module.css'

/** A stumble of the network is not worth a word; this much is. */
const patienceMs = 3_000

const subscribeOnline = (watcher: () => void) => {
  addEventListener('online', watcher)
  addEventListener('offline', watcher)
  return () => {
    removeEventListener('online', watcher)
    removeEventListener('offline', watcher)
  }
}

/** True once the line to the server has been down for a moment. */
const useLost = (): boolean => {
  const online = useSyncExternalStore(subscribeOnline, () => navigator.onLine)
  const line = useLiveLine()
  const [reached, setReached] = useState(true)
  const [lost, setLost] = useState(false)
  useEffect(() => {
    listenToCalls({ reachable: setReached })
    return () => listenToCalls({ reachable: null })
  }, [])
  const down = !online || !line || !reached
  useEffect(() => {
    const timer = setTimeout(() => setLost(down), down ? patienceMs : 0)
    return () => clearTimeout(timer)
  }, [down])
  return lost
}

/** Says that the connection is lost, what that means, and goes by itself when it is back. */
export const LineBanner = () => {
  const lost = useLost()
  return (
    <div aria-live="polite">
      {lost && (
        <p className={classes['banner']}>
          <CloudOff aria-hidden="true" />
          <Trans>Connexion perdue. Elle reprendra d’elle-même; ce que vous tapez est conservé, les chiffres affichés peuvent dater.</Trans>
        </p>
      )}
    </div>
  )
}
