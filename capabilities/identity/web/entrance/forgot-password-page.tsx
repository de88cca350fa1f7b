import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { MailCheck } from 'lucide-react'
import { useAddress } from '#kernel/web/address.ts'
import { call } from '#kernel/web/api.ts'
import { FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { TextField } from '#kernel/web/forms/text-field.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { useRules } from '#kernel/web/forms/use-rules.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { forgotPassword } from './calls.ts'
import { EntranceHead } from './entrance-head.tsx'
import classes from './entrance.module.css'

const BackToSignIn = () => (
  <p className={classes['other']}>
    <Link to="/sign-in">
      <Trans>Revenir à la connexion</Trans>
    </Link>
  </p>
)

/** «Mot de passe oublié»: the same answer whether the login is known or not. */
export const ForgotPasswordPage = () => {
  const { t } = useLingui()
  const { login = '' } = useAddress()
  const { needed } = useRules()
  const [sentTo, setSentTo] = useState<string | null>(null)
  const form = useForm({
    initial: { login },
    rules: { login: needed(t`Écrivez votre e-mail ou votre nom d’utilisateur.`) },
    send: (values, options) => call(forgotPassword, { login: values.login.trim() }, options),
    done: (_, values) => setSentTo(values.login.trim()),
  })
  if (sentTo !== null)
    return (
      <>
        <EntranceHead title={t`Regardez votre messagerie`} icon={<MailCheck aria-hidden="true" />}>
          <Trans>
            Si un compte existe pour <b>{sentTo}</b>, un lien pour choisir un nouveau mot de passe vient d’y être envoyé. Il vaut deux
            heures et sert une fois.
          </Trans>
        </EntranceHead>
        <Button size="large" wide onClick={() => setSentTo(null)}>
          <Trans>Essayer une autre adresse</Trans>
        </Button>
        <BackToSignIn />
      </>
    )
  return (
    <>
      <EntranceHead title={t`Mot de passe oublié`}>
        <Trans>Donnez votre identifiant: nous vous envoyons un lien pour en choisir un autre.</Trans>
      </EntranceHead>
      <FormFrame form={form} focusFirst>
        <TextField
          label={<Trans>E-mail ou nom d’utilisateur</Trans>}
          {...form.text('login')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          ltr
        />
        <Button type="submit" kind="primary" size="large" wide busy={form.busy}>
          <Trans>Recevoir le lien</Trans>
        </Button>
      </FormFrame>
      <BackToSignIn />
    </>
  )
}
