import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { CircleCheck } from 'lucide-react'
import { call } from '#kernel/web/api.ts'
import { FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { PasswordField } from '#kernel/web/forms/password-field.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { useRules } from '#kernel/web/forms/use-rules.ts'
import { Button, LinkButton } from '#kernel/web/ui/button.tsx'
import { resetPassword } from './calls.ts'
import { DeadLink } from './dead-link.tsx'
import { EntranceHead } from './entrance-head.tsx'
import { useLinkToken } from './link-token.ts'

/** The landing of the reset link: one field, then in. */
export const ResetPasswordPage = () => {
  const { t } = useLingui()
  const token = useLinkToken()
  const { password } = useRules()
  const [email, setEmail] = useState<string | null>(null)
  const form = useForm({
    initial: { password: '' },
    secret: ['password'],
    rules: { password },
    send: (values, options) => call(resetPassword, { token, password: values.password }, options),
    done: (answer) => setEmail(answer.email),
  })
  if (token === '' || form.problem?.code === 'link.dead')
    return (
      <DeadLink sentence={form.problem?.message}>
        <LinkButton to="/forgot-password" kind="primary" size="large" wide>
          <Trans>Demander un autre lien</Trans>
        </LinkButton>
      </DeadLink>
    )
  if (email !== null)
    return (
      <>
        <EntranceHead title={t`Votre mot de passe est changé`} icon={<CircleCheck aria-hidden="true" />} tone="good">
          <Trans>Par sûreté, toutes les sessions ouvertes ont été fermées.</Trans>
        </EntranceHead>
        <LinkButton to="/sign-in" search={{ login: email }} kind="primary" size="large" wide>
          <Trans>Se connecter</Trans>
        </LinkButton>
      </>
    )
  return (
    <>
      <EntranceHead title={t`Choisissez un nouveau mot de passe`}>
        <Trans>Vos autres sessions seront fermées.</Trans>
      </EntranceHead>
      <FormFrame form={form} focusFirst>
        <PasswordField
          label={<Trans>Nouveau mot de passe</Trans>}
          {...form.text('password')}
          autoComplete="new-password"
          about={[]}
          hint={<Trans>Dix caractères au moins; une phrase de quelques mots convient bien.</Trans>}
        />
        <Button type="submit" kind="primary" size="large" wide busy={form.busy}>
          <Trans>Changer le mot de passe</Trans>
        </Button>
      </FormFrame>
    </>
  )
}
