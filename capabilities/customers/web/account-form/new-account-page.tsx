import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useAddress } from '#kernel/web/address.ts'
import { call } from '#kernel/web/api.ts'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { keyOf, refreshObjects, useRead } from '#kernel/web/query.ts'
import { useMe } from '#kernel/web/session.tsx'
import { Page } from '#kernel/web/ui/page.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { customerOperations, type Account } from '../../contract.ts'
import { AccountForm } from './account-form.tsx'
import { accountCreateInput, newAccountValues, type AccountFormValues } from './account-values.ts'
import { useAccountRules } from './use-account-rules.ts'

const NewAccount = ({ parent }: { parent: Account | null }) => {
  const { t } = useLingui()
  const me = useMe()
  const navigate = useNavigate()
  const client = useQueryClient()
  const rules = useAccountRules(null)
  const [initial] = useState(() => ({
    ...newAccountValues({ agency_id: me.agency.id, owner_id: me.id, wilaya: me.agency.number.slice(0, 2) }),
    parent_id: parent?.id ?? '',
  }))
  const form = useForm<AccountFormValues, Account>({
    initial,
    rules,
    draft: parent ? undefined : 'account:new',
    send: (values, options) => call(customerOperations.createAccount, accountCreateInput(values), options),
    done: (account) => {
      client.setQueryData(keyOf(customerOperations.getAccount, { id: account.id }), account)
      void refreshObjects(client, ['account', 'tag'])
      toast(t`Compte créé: ${account.code}`)
      return navigate({ to: `/accounts/${account.id}`, replace: true })
    },
  })
  return (
    <AccountForm
      form={form}
      initial={initial}
      parentName={parent?.name ?? null}
      placed={{ agency: me.agency.name, owner: me.name }}
      cancelTo={parent ? `/accounts/${parent.id}` : '/accounts'}
      submit={<Trans>Créer le compte</Trans>}
    />
  )
}

/** «Nouveau compte»; `?parent=` begins a subsidiary. */
export const NewAccountPage = () => {
  const { t } = useLingui()
  const { parent } = useAddress()
  const { data, isPending } = useRead(customerOperations.getAccount, { id: parent ?? '' }, { enabled: parent !== undefined })
  return (
    <Page
      title={t`Nouveau compte`}
      intro={<Trans>Seul le nom est demandé; le reste peut attendre.</Trans>}
      back={{ to: '/accounts', label: <Trans>Comptes</Trans> }}
      width="narrow"
    >
      {parent !== undefined && isPending ? <SkeletonRows rows={8} /> : <NewAccount parent={data ?? null} />}
    </Page>
  )
}
