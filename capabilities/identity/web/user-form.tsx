import { useEffect, useRef, useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { formatPhone, readPhone } from '#kernel/shared/phone.ts'
import type { Reach } from '#kernel/shared/rights.ts'
import { call } from '#kernel/web/api.ts'
import { FieldRow, FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { PhoneField } from '#kernel/web/forms/phone-field.tsx'
import { TextField } from '#kernel/web/forms/text-field.tsx'
import { useConflict } from '#kernel/web/forms/use-conflict.ts'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { useRules } from '#kernel/web/forms/use-rules.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { Card } from '#kernel/web/ui/card.tsx'
import { KeyValues } from '#kernel/web/ui/key-values.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { AgencyField } from '#capabilities/organization/web/index.ts'
import { identityOperations, type Role, type User } from '../contract.ts'
import { useReachNames, useRoleNames } from './entrance/role-names.ts'
import { RoleFields } from './role-fields.tsx'
import { UserConflict } from './user-conflict.tsx'
import { changedUserFields, userChanges, userValuesOf, type UserValues } from './user-values.ts'
import classes from './user.module.css'

/** Role and reach as they are chosen. */
export interface Rights {
  readonly role: Role
  readonly scope: Reach
}

interface UserFormProps {
  readonly user: User
  /** Told of role and reach as they are chosen, before they are saved; null when they are those of the record again. */
  readonly onRights: (rights: Rights | null) => void
  readonly onSaved: (user: User) => void
}

const ReadOnly = ({ user }: { user: User }) => {
  const { t } = useLingui()
  const roles = useRoleNames()
  const reaches = useReachNames()
  return (
    <Card title={<Trans>Fonction et rôle</Trans>}>
      <KeyValues
        facts={[
          { key: 'function', name: t`Fonction`, value: user.function },
          { key: 'phone', name: t`Téléphone`, value: user.phone && <bdi dir="ltr">{formatPhone(user.phone)}</bdi> },
          { key: 'agency', name: t`Agence`, value: <bdi>{`${user.agency_number} ${user.agency_name}`}</bdi> },
          { key: 'role', name: t`Rôle`, value: roles[user.role] },
          { key: 'scope', name: t`Portée`, value: reaches[user.scope] },
        ]}
      />
    </Card>
  )
}

/** A person's details, agency, role and reach; only read by who may not edit. */
export const UserForm = ({ user, onRights, onSaved }: UserFormProps) => {
  const { t } = useLingui()
  const { needed, between, optional } = useRules()
  const [opened] = useState(user)
  const conflict = useConflict<User, UserValues>({
    opened,
    valuesOf: userValuesOf,
    changed: changedUserFields,
    save: (values, over, options) =>
      call(identityOperations.updateUser, { id: over.id, version: over.version, ...userChanges(userValuesOf(over), values) }, options),
  })
  const { base, theirs, rebase } = conflict
  const initial = userValuesOf(base)
  const begin = (record: User) => {
    rebase(record)
    form.restart(userValuesOf(record))
    onRights(null)
  }
  const saved = (record: User) => {
    toast(t`Modifications enregistrées`)
    begin(record)
    onSaved(record)
  }
  const form = useForm<UserValues, User>({
    initial,
    draft: opened.can.edit ? `user:${opened.id}:${opened.version}` : undefined,
    rules: {
      name: (value) => needed(t`Écrivez le nom de cette personne.`)(value) ?? between(2, 120)(value),
      phone: optional((value) => (readPhone(value) ? null : t`Ce numéro n’est pas complet.`)),
      agency_id: (value) => (value === null ? t`Choisissez l’agence de cette personne.` : null),
    },
    send: conflict.send,
    done: saved,
  })
  // Somebody else saved while nothing is being typed here: theirs is shown. What is being typed is never taken away.
  const stale = user.version > base.version && !form.changed && !form.busy
  const beginRef = useRef(begin)
  useEffect(() => {
    beginRef.current = begin
  })
  useEffect(() => {
    if (stale) beginRef.current(user)
  }, [stale, user])
  if (!user.can.edit) return <ReadOnly user={user} />
  const { values } = form
  return (
    <Card title={<Trans>Fonction et rôle</Trans>}>
      <FormFrame form={form} initial={initial}>
        <FieldRow>
          <TextField label={<Trans>Nom et prénom</Trans>} {...form.text('name')} maxLength={120} />
          <TextField label={<Trans>Fonction</Trans>} {...form.text('function')} optional maxLength={120} />
        </FieldRow>
        <FieldRow>
          <PhoneField label={<Trans>Téléphone</Trans>} {...form.pick('phone')} optional autoComplete="off" />
          <AgencyField {...form.pick('agency_id')} shown={values.agency_id === base.agency_id ? base.agency_name : null} />
        </FieldRow>
        <RoleFields
          role={values.role}
          scope={values.scope}
          error={form.errors.role}
          onChange={(role, scope) => {
            form.set('role', role)
            form.set('scope', scope)
            onRights({ role, scope })
          }}
        />
        <div className={classes['save']}>
          <Button type="submit" kind="primary" busy={form.busy} disabled={!form.changed}>
            <Trans>Enregistrer</Trans>
          </Button>
          {form.changed && (
            <Button
              kind="quiet"
              onClick={() => {
                form.restart(initial)
                onRights(null)
              }}
            >
              <Trans>Annuler</Trans>
            </Button>
          )}
        </div>
      </FormFrame>
      {theirs && (
        <UserConflict
          versions={{ base: initial, mine: values, theirs: userValuesOf(theirs) }}
          onSettle={async (chosen) =>
            saved(
              await call(identityOperations.updateUser, {
                id: theirs.id,
                version: theirs.version,
                ...userChanges(userValuesOf(theirs), chosen),
              }),
            )
          }
          onClose={conflict.leave}
        />
      )}
    </Card>
  )
}
