import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { formatPhone, readPhone } from '#kernel/shared/phone.ts'
import { call } from '#kernel/web/api.ts'
import { FieldRow, FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { PhoneField } from '#kernel/web/forms/phone-field.tsx'
import { TextField } from '#kernel/web/forms/text-field.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { useRules } from '#kernel/web/forms/use-rules.ts'
import { useSession } from '#kernel/web/session.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { Card } from '#kernel/web/ui/card.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { identityOperations } from '../contract.ts'
import classes from './user.module.css'

/** One's own name, function, phone and user name. */
export const MyDetails = () => {
  const { t } = useLingui()
  const { me, renew } = useSession()
  const { needed, between, optional } = useRules()
  const [initial] = useState(() => ({
    name: me.name,
    function: me.function ?? '',
    phone: me.phone ? formatPhone(me.phone) : '',
    user_name: me.user_name ?? '',
  }))
  const form = useForm({
    initial,
    draft: `me:${me.version}`,
    rules: {
      name: (value) => needed(t`Écrivez votre nom et votre prénom.`)(value) ?? between(2, 120)(value),
      phone: optional((value) => (readPhone(value) ? null : t`Ce numéro n’est pas complet.`)),
      user_name: optional((value) =>
        /^[a-z0-9][a-z0-9._-]{2,39}$/i.test(value.trim()) ? null : t`Trois à quarante lettres sans accent, chiffres, points ou tirets.`,
      ),
    },
    send: (values, options) =>
      call(
        identityOperations.updateMe,
        {
          name: values.name.trim(),
          function: values.function.trim() || null,
          phone: values.phone.trim() || null,
          user_name: values.user_name.trim() || null,
        },
        options,
      ),
    done: (now) => {
      renew(now)
      toast(t`Profil enregistré`)
    },
  })
  return (
    <Card>
      <FormFrame form={form} initial={initial}>
        <FieldRow>
          <TextField label={<Trans>Nom et prénom</Trans>} {...form.text('name')} autoComplete="name" maxLength={120} />
          <TextField
            label={<Trans>Fonction</Trans>}
            {...form.text('function')}
            optional
            autoComplete="organization-title"
            maxLength={120}
          />
        </FieldRow>
        <FieldRow>
          <PhoneField label={<Trans>Téléphone</Trans>} {...form.pick('phone')} optional />
          <TextField
            label={<Trans>Nom d’utilisateur</Trans>}
            {...form.text('user_name')}
            optional
            ltr
            autoCapitalize="none"
            spellCheck={false}
            autoComplete="username"
            maxLength={40}
            hint={<Trans>Pour vous connecter sans taper votre e-mail.</Trans>}
          />
        </FieldRow>
        <TextField
          label={<Trans>E-mail</Trans>}
          value={me.email}
          readOnly
          ltr
          type="email"
          hint={<Trans>L’adresse identifie votre compte. Pour en changer, adressez-vous à votre administrateur.</Trans>}
        />
        <div className={classes['save']}>
          <Button type="submit" kind="primary" busy={form.busy} disabled={!form.changed}>
            <Trans>Enregistrer</Trans>
          </Button>
        </div>
      </FormFrame>
    </Card>
  )
}
