import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { isDay } from '#kernel/shared/days.ts'
import { call } from '#kernel/web/api.ts'
import { CheckField } from '#kernel/web/forms/check-field.tsx'
import { DayField } from '#kernel/web/forms/day-field.tsx'
import { FieldRow, FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { PickField } from '#kernel/web/forms/pick-field.tsx'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { refreshObjects } from '#kernel/web/query.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { customerOperations, memberRoles, type Account } from '../../contract.ts'
import { searchContacts } from '../account-choice.tsx'
import { useCustomerWords } from '../use-customer-words.ts'
import type { Member } from './members-tab.tsx'
import classes from './account.module.css'

type Role = (typeof memberRoles)[number]

const rolesOf: Readonly<Record<Account['kind'], readonly Role[]>> = {
  household: ['head', 'spouse', 'child', 'parent', 'other'],
  company: ['manager', 'employee', 'representative', 'subsidiary', 'other'],
}
const source = { search: searchContacts }

/** Makes a contact a member of an account, or changes as what it is one. */
export const MemberDialog = ({ account, member, onClose }: { account: Account; member: Member | null; onClose: () => void }) => {
  const { t } = useLingui()
  const words = useCustomerWords()
  const client = useQueryClient()
  const dayRule = (text: string) => (text === '' || isDay(text) ? null : t`Écrivez la date comme 23/11/2026.`)
  const usual: Role = account.kind === 'household' ? 'other' : 'employee'
  const initial = {
    contact_id: member?.contact_id ?? '',
    role: member?.role ?? usual,
    since: member?.since ?? '',
    until: member?.until ?? '',
    main: member?.main ?? true,
  }
  const form = useForm({
    initial,
    rules: {
      contact_id: (id) => (id === '' ? t`Choisissez le client.` : null),
      since: dayRule,
      until: (text, values) =>
        dayRule(text) ?? (text !== '' && values.since !== '' && text < values.since ? t`La fin vient avant le début.` : null),
    },
    send: ({ contact_id, role, since, until, main }, options) =>
      call(
        customerOperations.setMember,
        { id: account.id, contact_id, role, since: since === '' ? null : since, until: until === '' ? null : until, main },
        options,
      ),
    done: async () => {
      await refreshObjects(client, ['account', 'contact'])
      onClose()
    },
  })
  const roles = rolesOf[account.kind]
  const offered = roles.includes(form.values.role) ? roles : [form.values.role, ...roles]
  return (
    <Dialog title={member ? t`Modifier le rôle` : t`Ajouter un membre`} size="small" onClose={onClose}>
      <FormFrame form={form}>
        <PickField
          name="contact_id"
          label={t`Client`}
          error={form.errors.contact_id}
          source={source}
          value={form.values.contact_id || null}
          shown={member?.name ?? null}
          disabled={member !== null}
          first={member === null}
          placeholder={t`Nom, code ou téléphone…`}
          onChange={(value) => form.set('contact_id', value ?? '')}
        />
        <SelectField {...form.text('role')} label={t`Rôle`} options={offered.map((value) => ({ value, label: words.role[value] }))} />
        <FieldRow>
          <DayField {...form.pick('since')} label={t`Depuis le`} optional />
          <DayField {...form.pick('until')} label={t`Jusqu’au`} optional />
        </FieldRow>
        <CheckField {...form.check('main')} label={t`C’est son compte principal`} />
        <div className={classes['acts']}>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Annuler</Trans>
          </Button>
          <Button type="submit" kind="primary" busy={form.busy}>
            {member ? <Trans>Enregistrer</Trans> : <Trans>Ajouter</Trans>}
          </Button>
        </div>
      </FormFrame>
    </Dialog>
  )
}
