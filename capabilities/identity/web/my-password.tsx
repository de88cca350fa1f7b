import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { Trans, useLingui } from '@lingui/react/macro'
import { call } from '#kernel/web/api.ts'
import { FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { PasswordField } from '#kernel/web/forms/password-field.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { useRules } from '#kernel/web/forms/use-rules.ts'
import { refreshObjects } from '#kernel/web/query.ts'
import { useMe } from '#kernel/web/session.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { Card } from '#kernel/web/ui/card.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { identityOperations } from '../contract.ts'
import classes from './user.module.css'

const blank = { current_password: '', password: '' }

/** Changes one's password; the other sessions end. */
export const MyPassword = () => {
  const { t } = useLingui()
  const me = useMe()
  const client = useQueryClient()
  const { needed, password } = useRules()
  const [initial] = useState(blank)
  const form = useForm({
    initial,
    secret: ['current_password', 'password'],
    rules: { current_password: needed(t`Écrivez votre mot de passe actuel.`), password },
    send: (values, options) => call(identityOperations.changePassword, values, options),
    done: () => {
      form.restart(blank)
      void refreshObjects(client, ['session'])
      toast(t`Mot de passe changé; vos autres sessions sont fermées`)
    },
  })
  return (
    <Card title={<Trans>Mot de passe</Trans>}>
      <FormFrame form={form}>
        {/* Password keepers look for whose password it is. */}
        <input type="email" name="email" value={me.email} readOnly hidden autoComplete="username" />
        <PasswordField label={<Trans>Mot de passe actuel</Trans>} {...form.text('current_password')} autoComplete="current-password" />
        <PasswordField
          label={<Trans>Nouveau mot de passe</Trans>}
          {...form.text('password')}
          autoComplete="new-password"
          about={[me.name, me.email, me.organization.name]}
          hint={<Trans>Dix caractères au moins; une phrase de quelques mots convient bien.</Trans>}
        />
        <div className={classes['save']}>
          <Button type="submit" kind="primary" busy={form.busy} disabled={!form.changed}>
            <Trans>Changer le mot de passe</Trans>
          </Button>
        </div>
      </FormFrame>
    </Card>
  )
}
