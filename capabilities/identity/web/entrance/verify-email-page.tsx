import { useEffect, useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { CircleCheck } from 'lucide-react'
import { ApiProblem, call, isOffline } from '#kernel/web/api.ts'
import { Failure } from '#kernel/web/ui/blank.tsx'
import { LinkButton } from '#kernel/web/ui/button.tsx'
import { Spinner } from '#kernel/web/ui/spinner.tsx'
import { verifyEmail } from './calls.ts'
import { DeadLink } from './dead-link.tsx'
import { EntranceHead } from './entrance-head.tsx'
import { useLinkToken } from './link-token.ts'

type State = { at: 'asking' } | { at: 'done'; email: string } | { at: 'refused'; error: unknown }

// The link works once: two renderings of the page must send it once.
const asked = new Map<string, Promise<{ email: string }>>()
const confirmOnce = (token: string): Promise<{ email: string }> => {
  const known = asked.get(token)
  if (known) return known
  const asking = call(verifyEmail, { token })
  asked.set(token, asking)
  asking.catch((error: unknown) => {
    if (isOffline(error)) asked.delete(token)
  })
  return asking
}

/** The landing of the verification link (G6). */
export const VerifyEmailPage = () => {
  const { t } = useLingui()
  const token = useLinkToken()
  const [state, setState] = useState<State>({ at: 'asking' })
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let here = true
    confirmOnce(token).then(
      ({ email }) => here && setState({ at: 'done', email }),
      (error: unknown) => here && setState({ at: 'refused', error }),
    )
    return () => {
      here = false
    }
  }, [token, attempt])

  if (state.at === 'asking')
    return (
      <EntranceHead title={t`Confirmation de votre adresse…`} icon={<Spinner />}>
        <Trans>Un instant.</Trans>
      </EntranceHead>
    )
  if (state.at === 'done')
    return (
      <>
        <EntranceHead title={t`Votre adresse est confirmée`} icon={<CircleCheck aria-hidden="true" />} tone="good">
          <Trans>Votre compte est actif. Il reste à vous connecter.</Trans>
        </EntranceHead>
        <LinkButton to="/sign-in" search={{ login: state.email }} kind="primary" size="large" wide>
          <Trans>Se connecter</Trans>
        </LinkButton>
      </>
    )
  if (isOffline(state.error))
    return (
      <Failure
        error={state.error}
        again={() => {
          setState({ at: 'asking' })
          setAttempt(attempt + 1)
        }}
      />
    )
  return (
    <DeadLink sentence={state.error instanceof ApiProblem ? state.error.message : null}>
      <LinkButton to="/sign-in" kind="primary" size="large" wide>
        <Trans>Se connecter</Trans>
      </LinkButton>
    </DeadLink>
  )
}
