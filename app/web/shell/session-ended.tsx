import { Trans, useLingui } from '@lingui/react/macro'
import { call } from '#kernel/web/api.ts'
import { FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { PasswordField } from '#kernel/web/forms/password-field.tsx'
import { TextField } from '#kernel/web/forms/text-field.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { useRules } from '#kernel/web/forms/use-rules.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { signIn } from '#capabilities/identity/web/index.ts'
import { useLeave } from './use-leave.ts'
import classes from './session-ended.module.css'

/** The session ended under an open page: the password over it, and the work goes on where it was. */
export const SessionEnded = ({ login, name, onBack }: { login: string; name: string; onBack: () => void }) => {
  const { t } = useLingui()
  const leave = useLeave()
  const { needed } = useRules()
  const form = useForm({
    initial: { password: '' },
    secret: ['password'],
    rules: { password: needed(t`Écrivez votre mot de passe.`) },
    send: (values, options) => call(signIn, { login, password: values.password }, options),
    done: onBack,
  })
  return (
    <Dialog title={t`Votre session a pris fin`} size="small" bare onClose={() => undefined}>
      <div className={classes['ended']}>
        <h2 aria-hidden="true">
          <Trans>Votre session a pris fin</Trans>
        </h2>
        <p>
          <Trans>Ce que vous étiez en train de faire est conservé. Reconnectez-vous pour le reprendre.</Trans>
        </p>
        <FormFrame form={form} focusFirst>
          <TextField label={name} value={login} readOnly ltr type="email" autoComplete="username" />
          <PasswordField label={<Trans>Mot de passe</Trans>} {...form.text('password')} autoComplete="current-password" />
          <Button type="submit" kind="primary" wide busy={form.busy}>
            <Trans>Reprendre</Trans>
          </Button>
          <Button kind="quiet" wide onClick={leave}>
            <Trans>Quitter et changer de compte</Trans>
          </Button>
        </FormFrame>
      </div>
    </Dialog>
  )
}
