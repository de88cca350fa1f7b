import { Link, useNavigate } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { useAddress } from '#kernel/web/address.ts'
import { call } from '#kernel/web/api.ts'
import { CheckField } from '#kernel/web/forms/check-field.tsx'
import { FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { Notice } from '#kernel/web/forms/notice.tsx'
import { PasswordField } from '#kernel/web/forms/password-field.tsx'
import { TextField } from '#kernel/web/forms/text-field.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { useRules } from '#kernel/web/forms/use-rules.ts'
import { markSignedIn } from '#kernel/web/signed-in-mark.ts'
import { useCompany } from '#kernel/web/theme/brand.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { CompanyMark } from '#kernel/web/ui/mark.tsx'
import { signIn } from './calls.ts'
import { EntranceHead } from './entrance-head.tsx'
import classes from './entrance.module.css'

/** Only a path of this site: an address given from outside must not lead elsewhere. */
export const pathWithin = (next: string | undefined): string => (next && /^\/(?![/\\])/.test(next) ? next : '/home')

/** G3 «Connexion». */
export const SignInPage = () => {
  const { t } = useLingui()
  const { next, login = '', why } = useAddress()
  const navigate = useNavigate()
  const company = useCompany()
  const { needed } = useRules()
  const form = useForm({
    initial: { login, password: '', remember: false },
    rules: { login: needed(t`Écrivez votre e-mail ou votre nom d’utilisateur.`), password: needed(t`Écrivez votre mot de passe.`) },
    secret: ['password'],
    send: (values, options) => call(signIn, { ...values, login: values.login.trim() }, options),
    done: async () => {
      markSignedIn(true)
      await navigate({ to: pathWithin(next), replace: true })
    },
  })
  const unverified = form.problem?.code.includes('verif') ?? false
  return (
    <>
      <EntranceHead
        title={t`Connexion`}
        above={
          company && (
            <div className={classes['company']}>
              <CompanyMark company={company} />
            </div>
          )
        }
      />
      <FormFrame form={form} focusFirst>
        {why === 'ended' && !form.problem && (
          <Notice tone="info">
            <Trans>Votre session a pris fin. Reconnectez-vous pour reprendre où vous en étiez.</Trans>
          </Notice>
        )}
        {unverified && (
          <Notice tone="info">
            <Link to="/check-mailbox" search={{ login: form.values.login }}>
              <Trans>Renvoyer le message de vérification</Trans>
            </Link>
          </Notice>
        )}
        <TextField
          label={<Trans>E-mail ou nom d’utilisateur</Trans>}
          {...form.text('login')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          ltr
        />
        <PasswordField label={<Trans>Mot de passe</Trans>} {...form.text('password')} autoComplete="current-password" />
        <div className={classes['line']}>
          <CheckField label={<Trans>Rester connecté sur cet appareil</Trans>} {...form.check('remember')} />
          <Link to="/forgot-password" search={form.values.login ? { login: form.values.login } : {}}>
            <Trans>Mot de passe oublié</Trans>
          </Link>
        </div>
        <Button type="submit" kind="primary" size="large" wide busy={form.busy}>
          <Trans>Se connecter</Trans>
        </Button>
      </FormFrame>
      <p className={classes['other']}>
        <Trans>
          Pas encore de compte? <Link to="/start">Voir comment entrer</Link>
        </Trans>
      </p>
    </>
  )
}
