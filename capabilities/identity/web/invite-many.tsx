import { useMemo, useState } from 'react'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { Reach } from '#kernel/shared/rights.ts'
import { call } from '#kernel/web/api.ts'
import { FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { TextArea } from '#kernel/web/forms/text-field.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { useMe } from '#kernel/web/session.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { Chip } from '#kernel/web/ui/chip.tsx'
import { identityOperations, type Role } from '../contract.ts'
import { defaultScope } from '../rights.ts'
import type { InviteOutcome } from './invite-panel.tsx'
import { parseInvitees, type ParsedInvitee } from './parse-invitees.ts'
import { RoleFields } from './role-fields.tsx'
import classes from './invite.module.css'

const mostAtOnce = 200

const Read = ({ people }: { people: readonly ParsedInvitee[] }) => {
  const { t } = useLingui()
  const faults = { email: t`E-mail à corriger`, agency: t`Agence à préciser`, twice: t`Deux fois dans la liste` }
  const good = people.filter(({ fault }) => fault === null).length
  return (
    <div className={classes['read']} aria-live="polite">
      <p>
        <Plural value={good} _0="Aucune personne prête" one="# personne prête" other="# personnes prêtes" />
      </p>
      <ul className={classes['lines']}>
        {people.map(({ line, email, agency_number, name, fault }) => (
          <li key={line}>
            <span>
              <b>{line}</b> <bdi dir="ltr">{agency_number}</bdi> <bdi dir="ltr">{email}</bdi>
              {name && (
                <small>
                  <bdi>{name}</bdi>
                </small>
              )}
            </span>
            {fault && <Chip tone="bad">{faults[fault]}</Chip>}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Many colleagues pasted at once, one a line; what was understood is shown before anything leaves. */
export const InviteMany = ({ onDone }: { onDone: (results: readonly InviteOutcome[]) => void }) => {
  const { t } = useLingui()
  const { agency } = useMe()
  const [initial] = useState(() => ({ lines: '', role: 'user' as Role, scope: defaultScope('user') as Reach }))
  const form = useForm({
    initial,
    draft: 'invite-many',
    rules: {
      lines: (value) => {
        const people = parseInvitees(value, agency.number)
        if (people.length === 0) return t`Collez au moins une ligne avec une adresse e-mail.`
        if (people.length > mostAtOnce) return t`Invitez au plus ${mostAtOnce} personnes à la fois.`
        return people.some(({ fault }) => fault === 'email' || fault === 'agency') ? t`Corrigez les lignes signalées ci-dessous.` : null
      },
    },
    send: async ({ lines, role, scope }, options) => {
      const invitations = parseInvitees(lines, agency.number)
        .filter(({ fault }) => fault === null)
        .map(({ email, agency_number, name }) => ({ email, agency_number, name, role, scope }))
      return (await call(identityOperations.createInvitations, { invitations }, options)).data
    },
    done: onDone,
  })
  const { values } = form
  const people = useMemo(() => parseInvitees(values.lines, agency.number), [values.lines, agency.number])
  const ready = people.filter(({ fault }) => fault === null).length
  const own = agency.number
  return (
    <FormFrame form={form} initial={initial} className={classes['form']}>
      <TextArea
        label={<Trans>Une personne par ligne</Trans>}
        {...form.text('lines')}
        rows={7}
        data-first=""
        dir="ltr"
        spellCheck={false}
        placeholder={'16083 amina.benali@compagnie.dz\n31012;k.meziane@compagnie.dz;Karim Meziane'}
        hint={
          <Trans>
            Numéro d’agence, e-mail et nom, dans n’importe quel ordre; un morceau de tableur convient. Sans numéro: votre agence ({own}).
          </Trans>
        }
      />
      {people.length > 0 && <Read people={people} />}
      <RoleFields
        role={values.role}
        scope={values.scope}
        onChange={(role, scope) => {
          form.set('role', role)
          form.set('scope', scope)
        }}
      />
      <div className={classes['send']}>
        <Button type="submit" kind="primary" busy={form.busy}>
          {ready > 0 ? (
            <Plural value={ready} one="Envoyer # invitation" other="Envoyer # invitations" />
          ) : (
            <Trans>Envoyer les invitations</Trans>
          )}
        </Button>
      </div>
    </FormFrame>
  )
}
