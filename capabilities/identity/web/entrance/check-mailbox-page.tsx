import { useEffect, useState } from 'react'
import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { MailCheck } from 'lucide-react'
import { useAddress } from '#kernel/web/address.ts'
import { ApiProblem, call } from '#kernel/web/api.ts'
import { Notice } from '#kernel/web/forms/notice.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { readWelcome, resendVerification } from './calls.ts'
import { EntranceHead } from './entrance-head.tsx'
import classes from './entrance.module.css'

/** Long enough for a message to arrive before another is asked for. */
const pauseSeconds = 30

const Resend = ({ login }: { login: string }) => {
  const [state, setState] = useState<'idle' | 'busy' | 'sent'>('idle')
  const [problem, setProblem] = useState<string | null>(null)
  const [wait, setWait] = useState(0)
  useEffect(() => {
    if (wait === 0) return undefined
    const timer = setTimeout(() => setWait(wait - 1), 1000)
    return () => clearTimeout(timer)
  }, [wait])
  const again = async () => {
    setState('busy')
    setProblem(null)
    try {
      await call(resendVerification, { login })
      setState('sent')
      setWait(pauseSeconds)
    } catch (error) {
      setState('idle')
      setProblem(error instanceof ApiProblem ? error.message : String(error))
    }
  }
  return (
    <div className={classes['stack']} aria-live="polite">
      {problem && <Notice tone="bad">{problem}</Notice>}
      {state === 'sent' && (
        <Notice tone="good">
          <Trans>Le message est reparti. Le lien précédent ne fonctionne plus.</Trans>
        </Notice>
      )}
      <Button size="large" wide busy={state === 'busy'} disabled={wait > 0} onClick={() => void again()}>
        {wait > 0 ? <Trans>Renvoyer le message ({wait} s)</Trans> : <Trans>Renvoyer le message</Trans>}
      </Button>
    </div>
  )
}

/** After sign-up: the message is on its way, where to look for it, and how to have it sent again. */
export const CheckMailboxPage = () => {
  const { t } = useLingui()
  const { login = '' } = useAddress()
  const [local, setLocal] = useState(false)
  useEffect(() => {
    const leaving = new AbortController()
    call(readWelcome, {}, { signal: leaving.signal }).then(
      ({ mail }) => setLocal(mail === 'outbox'),
      () => undefined,
    )
    return () => leaving.abort()
  }, [])
  return (
    <>
      <EntranceHead title={t`Regardez votre messagerie`} icon={<MailCheck aria-hidden="true" />}>
        {login ? (
          <Trans>
            Un message de confirmation part pour <b>{login}</b>. Ouvrez le lien qu’il contient: votre compte sera actif aussitôt.
          </Trans>
        ) : (
          <Trans>Un message de confirmation vous a été envoyé. Ouvrez le lien qu’il contient: votre compte sera actif aussitôt.</Trans>
        )}
      </EntranceHead>
      <div className={classes['stack']}>
        <div className={classes['steps']}>
          {local ? (
            <p>
              <Trans>
                Aucun serveur de messagerie n’est encore réglé sur cette installation: le message attend dans le dossier <code>outbox</code>{' '}
                des données, et la console du serveur en donne le lien.
              </Trans>
            </p>
          ) : (
            <p>
              <Trans>
                Rien reçu après quelques minutes? Voyez les courriers indésirables, puis renvoyez le message. Le lien vaut deux jours.
              </Trans>
            </p>
          )}
        </div>
        {login && <Resend login={login} />}
      </div>
      <p className={classes['other']}>
        <Trans>
          Adresse confirmée? <Link to="/sign-in">Se connecter</Link>
        </Trans>
      </p>
    </>
  )
}
