import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { isEmail } from '#kernel/shared/email.ts'
import type { Reach } from '#kernel/shared/rights.ts'
import { call } from '#kernel/web/api.ts'
import { FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { TextField } from '#kernel/web/forms/text-field.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { useMe } from '#kernel/web/session.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { AgencyField } from '#capabilities/organization/web/index.ts'
import { organizationOperations } from '#capabilities/organization/contract.ts'
import { identityOperations, type Role } from '../contract.ts'
import { defaultScope } from '../rights.ts'
import type { InviteOutcome } from './invite-panel.tsx'
import { RightsInWords } from './rights-in-words.tsx'
import { RoleFields } from './role-fields.tsx'
import classes from './invite.module.css'

/** One colleague: agency, e-mail, name, role, and what that role will let them do. */
export const InviteOne = ({ onDone }: { onDone: (results: readonly InviteOutcome[]) => void }) => {
  const { t } = useLingui()
  const { agency } = useMe()
  const [initial] = useState(() => ({
    agency_id: agency.id as string | null,
    email: '',
    name: '',
    role: 'user' as Role,
    scope: defaultScope('user') as Reach,
  }))
  const form = useForm({
    initial,
    draft: 'invite-one',
    rules: {
      agency_id: (value) => (value === null ? t`Choisissez l’agence de cette personne.` : null),
      email: (value) => (isEmail(value) ? null : t`Écrivez une adresse complète, comme nom@compagnie.dz.`),
    },
    send: async ({ agency_id, email, name, role, scope }, options) => {
      const { number } = await call(organizationOperations.getAgency, { id: agency_id ?? '' })
      const invitee = { agency_number: number, email: email.trim(), name: name.trim() || null, role, scope }
      return (await call(identityOperations.createInvitations, { invitations: [invitee] }, options)).data
    },
    done: onDone,
  })
  const { values } = form
  return (
    <FormFrame form={form} initial={initial} className={classes['form']}>
      <AgencyField {...form.pick('agency_id')} shown={values.agency_id === agency.id ? agency.name : null} />
      <TextField label={<Trans>E-mail</Trans>} {...form.text('email')} type="email" data-first="" autoComplete="off" maxLength={254} />
      <TextField label={<Trans>Nom et prénom</Trans>} {...form.text('name')} optional autoComplete="off" maxLength={120} />
      <RoleFields
        role={values.role}
        scope={values.scope}
        onChange={(role, scope) => {
          form.set('role', role)
          form.set('scope', scope)
        }}
      />
      <RightsInWords role={values.role} scope={values.scope} />
      <div className={classes['send']}>
        <Button type="submit" kind="primary" busy={form.busy}>
          <Trans>Envoyer l’invitation</Trans>
        </Button>
      </div>
    </FormFrame>
  )
}
