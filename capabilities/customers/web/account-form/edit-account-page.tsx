import { useState } from 'react'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { ApiProblem, call } from '#kernel/web/api.ts'
import { ConflictDialog } from '#kernel/web/forms/conflict-dialog.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { keyOf, refreshObjects, useRead } from '#kernel/web/query.ts'
import { Failure } from '#kernel/web/ui/blank.tsx'
import { Page } from '#kernel/web/ui/page.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { customerOperations, type Account } from '../../contract.ts'
import { useHistoryWords } from '../contact/use-history-words.ts'
import { useAccountWords } from '../use-account-words.ts'
import { AccountForm } from './account-form.tsx'
import { accountUpdateInput, accountValuesOf, changedAccountFields, type AccountFormValues } from './account-values.ts'
import { useAccountRules } from './use-account-rules.ts'

const isAccount = (value: unknown): value is Account => typeof value === 'object' && value !== null && 'version' in value && 'code' in value

const EditAccount = ({ opened }: { opened: Account }) => {
  const { t } = useLingui()
  const navigate = useNavigate()
  const client = useQueryClient()
  const fields = useAccountWords()
  const words = useHistoryWords()
  // The record as it was opened: what others change meanwhile is merged or asked about, never put under the person's hands.
  const [account] = useState(opened)
  const [base, setBase] = useState(account)
  const [initial] = useState(() => accountValuesOf(account))
  // What somebody else saved meanwhile in the same fields; a decision is due.
  const [theirs, setTheirs] = useState<Account | null>(null)
  const rules = useAccountRules(initial)
  const { id } = account
  const path = `/accounts/${id}`
  const save = async (values: AccountFormValues, over: Account, options: { idempotencyKey?: string } = {}): Promise<Account> => {
    const changes = accountUpdateInput(accountValuesOf(over), values)
    return changes === null ? over : call(customerOperations.updateAccount, { id, version: over.version, ...changes }, options)
  }
  const saved = (answer: Account) => {
    client.setQueryData(keyOf(customerOperations.getAccount, { id }), answer)
    void refreshObjects(client, ['account', 'contact', 'tag'])
    if (answer.version !== account.version) toast(t`Compte enregistré`)
    return navigate({ to: path, replace: true })
  }
  const form = useForm<AccountFormValues, Account>({
    initial,
    rules,
    draft: `account:${id}:${account.version}`,
    send: async (values, options) => {
      try {
        return await save(values, base, options)
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 409 && isAccount(error.current)) setTheirs(error.current)
        throw error
      }
    },
    done: saved,
  })
  return (
    <>
      <AccountForm form={form} initial={initial} parentName={account.parent_name} cancelTo={path} submit={<Trans>Enregistrer</Trans>} />
      {theirs && (
        <ConflictDialog
          title={t`Ce compte vient d’être modifié`}
          versions={{ base: accountValuesOf(base), mine: form.values, theirs: accountValuesOf(theirs) }}
          changed={changedAccountFields}
          nameOf={(field) => fields[field]}
          say={(field, values) => words.value(field, values[field])}
          onClose={() => setTheirs(null)}
          onSettle={async (values) => {
            const answer = await save(values, theirs)
            setBase(theirs)
            form.restart(values)
            await saved(answer)
          }}
        />
      )}
    </>
  )
}

/** «Modifier le compte». */
export const EditAccountPage = () => {
  const { t } = useLingui()
  const { id } = useParams({ strict: false }) as { id: string }
  const { data: account, error, refetch } = useRead(customerOperations.getAccount, { id })
  return (
    <Page
      title={account ? t`Modifier ${account.name}` : t`Modifier`}
      back={{ to: `/accounts/${id}`, label: account ? <bdi>{account.name}</bdi> : <Trans>Compte</Trans> }}
      width="narrow"
    >
      {account ? (
        <EditAccount key={id} opened={account} />
      ) : error ? (
        <Failure error={error} again={() => refetch()} />
      ) : (
        <SkeletonRows rows={10} />
      )}
    </Page>
  )
}
