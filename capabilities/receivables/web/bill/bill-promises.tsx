import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { ApiProblem, call } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { refreshObjects } from '#kernel/web/query.ts'
import { IconButton } from '#kernel/web/ui/button.tsx'
import { Card } from '#kernel/web/ui/card.tsx'
import { Chip } from '#kernel/web/ui/chip.tsx'
import table from '#kernel/web/ui/table.module.css'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { receivableOperations } from '../../contract.ts'
import type { Receivable } from '../../rows.ts'
import { Amount } from '../amount.tsx'
import { promiseTones, useReceivableWords } from '../use-receivable-words.ts'
import classes from '../receivables.module.css'

/** What the customer promised on a bill, and what became of it. */
export const BillPromises = ({ bill }: { bill: Receivable }) => {
  const { t } = useLingui()
  const client = useQueryClient()
  const words = useReceivableWords()
  const { day } = useFormats()
  const cancel = async (id: string) => {
    try {
      await call(receivableOperations.cancelPromise, { id })
      await refreshObjects(client, ['receivable', 'contact'])
      toast(t`Promesse annulée`)
    } catch (error) {
      toast(error instanceof ApiProblem && error.status > 0 ? error.message : t`L’action n’a pas abouti. Réessayez.`, { tone: 'bad' })
    }
  }
  return (
    <Card flush title={<Trans>Promesses de paiement</Trans>}>
      <div className={table['scroll']}>
        <table className={table['table']}>
          <thead>
            <tr>
              <th>
                <Trans>Pour le</Trans>
              </th>
              <th className={table['end']}>
                <Trans>Promis</Trans>
              </th>
              <th className={table['end']}>
                <Trans>Tenu</Trans>
              </th>
              <th>
                <Trans>État</Trans>
              </th>
              <th className={table['wide']}>
                <Trans>Notée</Trans>
              </th>
              <th className={classes['menu']} aria-label={t`Actions`} />
            </tr>
          </thead>
          <tbody>
            {bill.promises.map((promise) => (
              <tr key={promise.id}>
                <td>
                  <bdi>{day(promise.due_on)}</bdi>
                </td>
                <td className={table['end']}>
                  <Amount centimes={promise.amount_centimes} />
                </td>
                <td className={table['end']}>
                  <Amount centimes={promise.kept_centimes} />
                </td>
                <td>
                  <Chip tone={promiseTones[promise.state]}>{words.promise[promise.state]}</Chip>
                </td>
                <td className={table['wide']}>
                  <bdi>{day(promise.promised_on)}</bdi>
                  <small>
                    <bdi>{promise.recorded_by_name}</bdi>
                    {promise.note !== null && (
                      <>
                        {' · '}
                        <bdi>{promise.note}</bdi>
                      </>
                    )}
                  </small>
                </td>
                <td className={classes['menu']}>
                  {promise.state === 'waiting' && bill.can.edit && (
                    <IconButton label={t`Annuler cette promesse`} size="small" onClick={() => void cancel(promise.id)}>
                      <X aria-hidden="true" />
                    </IconButton>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
