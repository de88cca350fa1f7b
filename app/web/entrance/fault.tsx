import type { ErrorComponentProps } from '@tanstack/react-router'
import { Trans } from '@lingui/react/macro'
import { ApiProblem } from '#kernel/web/api.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { Mark } from '#kernel/web/ui/mark.tsx'
import classes from './fault.module.css'

/** What a page that broke leaves: what happened, that the work is kept, two ways on, and the reference to give. */
export const Fault = ({ error }: ErrorComponentProps) => {
  const reference = error instanceof ApiProblem ? error.requestId : ''
  return (
    <main id="main" className={classes['fault']} role="alert">
      <Mark size={40} />
      <h1>
        <Trans>Cette page s’est interrompue</Trans>
      </h1>
      <p>
        <Trans>
          Ce que vous aviez enregistré est conservé, ce que vous étiez en train de saisir aussi. Rechargez la page pour reprendre.
        </Trans>
      </p>
      <div className={classes['acts']}>
        <Button kind="primary" onClick={() => location.reload()}>
          <Trans>Recharger</Trans>
        </Button>
        <Button onClick={() => location.assign('/')}>
          <Trans>Revenir à l’accueil</Trans>
        </Button>
      </div>
      <code>
        <bdi>{reference || (error instanceof Error ? error.message : String(error))}</bdi>
      </code>
    </main>
  )
}
