import { createContext, use, type ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { CloudOff, TriangleAlert } from 'lucide-react'
import { ApiProblem, isOffline } from '#kernel/web/api.ts'
import { Button } from './button.tsx'
import classes from './blank.module.css'

interface BlankProps {
  readonly icon?: ReactNode
  readonly title: ReactNode
  readonly children?: ReactNode
  /** The way out: one or two buttons. */
  readonly acts?: ReactNode
}

/** Further ways out, brought from around the blank: what other capabilities do for a list that is empty. */
export const BlankActsContext = createContext<ReactNode>(null)

/** What stands where nothing is yet: says why, and what to do. */
export const Blank = ({ icon, title, children, acts }: BlankProps) => {
  const more = use(BlankActsContext)
  return (
    <div className={classes['blank']}>
      {icon !== undefined && <span className={classes['icon']}>{icon}</span>}
      <h2>{title}</h2>
      {children !== undefined && <p>{children}</p>}
      {(acts !== undefined || more !== null) && (
        <div className={classes['acts']}>
          {acts}
          {more}
        </div>
      )}
    </div>
  )
}

/** What stands where an answer should be and could not come: what happened, that nothing is lost, and «Réessayer». */
export const Failure = ({ error, again }: { error: unknown; again?: (() => unknown) | undefined }) => {
  const offline = isOffline(error)
  const requestId = error instanceof ApiProblem ? error.requestId : ''
  return (
    <div role="alert">
      <Blank
        icon={offline ? <CloudOff aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
        title={offline ? <Trans>Connexion perdue</Trans> : <Trans>Ces informations n’ont pas pu être lues</Trans>}
        acts={again && <Button onClick={() => void again()}>{<Trans>Réessayer</Trans>}</Button>}
      >
        {offline ? (
          <Trans>Le serveur ne répond pas. Rien n’est perdu: réessayez quand la connexion revient.</Trans>
        ) : error instanceof ApiProblem && error.status < 500 ? (
          error.message
        ) : (
          <Trans>L’incident est enregistré. Réessayez, ou donnez la référence ci-dessous à votre administrateur.</Trans>
        )}
        {requestId && !offline && (
          <>
            <br />
            <code>
              <bdi>{requestId}</bdi>
            </code>
          </>
        )}
      </Blank>
    </div>
  )
}
