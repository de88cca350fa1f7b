import { useEffect, useState } from 'react'
import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { ChevronRight, LogIn, UserRoundPlus } from 'lucide-react'
import { call } from '#kernel/web/api.ts'
import { readWelcome } from './calls.ts'
import { EntranceHead } from './entrance-head.tsx'
import classes from './entrance.module.css'

/** Whether a new company may register here; true until the server says otherwise. */
export const useSignUpOpen = (): boolean => {
  const [open, setOpen] = useState(true)
  useEffect(() => {
    const leaving = new AbortController()
    call(readWelcome, {}, { signal: leaving.signal }).then(
      ({ sign_up }) => setOpen(sign_up !== 'closed'),
      // Unknown: the sign-up page itself will say it.
      () => undefined,
    )
    return () => leaving.abort()
  }, [])
  return open
}

/** G2 «Connexion / Inscription»: the two ways in. */
export const StartPage = () => {
  const { t } = useLingui()
  const open = useSignUpOpen()
  return (
    <>
      <EntranceHead title={t`Connexion ou inscription`}>
        <Trans>Votre compagnie utilise déjà ASSURA-CRM, ou vous l’y inscrivez.</Trans>
      </EntranceHead>
      <div className={classes['choices']}>
        <Link to="/sign-in" className={classes['choice'] ?? ''}>
          <span>
            <LogIn aria-hidden="true" />
          </span>
          <span>
            <b>
              <Trans>Connexion</Trans>
            </b>
            <small>
              <Trans>J’ai déjà un compte.</Trans>
            </small>
          </span>
          <ChevronRight aria-hidden="true" />
        </Link>
        {open && (
          <Link to="/sign-up" className={classes['choice'] ?? ''}>
            <span>
              <UserRoundPlus aria-hidden="true" />
            </span>
            <span>
              <b>
                <Trans>Inscrivez-vous maintenant en tant qu’administrateur</Trans>
              </b>
              <small>
                <Trans>Ma compagnie commence avec ASSURA-CRM.</Trans>
              </small>
            </span>
            <ChevronRight aria-hidden="true" />
          </Link>
        )}
      </div>
      <p className={classes['other']}>
        {open ? (
          <Trans>Un collègue vous a invité? Ouvrez le lien de son message: il vous amène au bon endroit.</Trans>
        ) : (
          <Trans>Les inscriptions sont closes sur cette installation. Demandez une invitation à l’administrateur de votre compagnie.</Trans>
        )}
      </p>
    </>
  )
}
