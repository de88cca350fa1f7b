import { useNavigate } from '@tanstack/react-router'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { HandCoins, Printer } from 'lucide-react'
import { isDay } from '#kernel/shared/days.ts'
import { useAddress } from '#kernel/web/address.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { DayField } from '#kernel/web/forms/day-field.tsx'
import { Segments } from '#kernel/web/forms/segments.tsx'
import { useRead } from '#kernel/web/query.ts'
import { useMe } from '#kernel/web/session.tsx'
import { Blank, Failure } from '#kernel/web/ui/blank.tsx'
import { Button, LinkButton } from '#kernel/web/ui/button.tsx'
import { Card } from '#kernel/web/ui/card.tsx'
import { Page } from '#kernel/web/ui/page.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import table from '#kernel/web/ui/table.module.css'
import type { DayOfTill } from '../../answers.ts'
import { receivableOperations } from '../../contract.ts'
import { Amount } from '../amount.tsx'
import { useReceivableWords } from '../use-receivable-words.ts'
import classes from '../receivables.module.css'

const Till = ({ answer }: { answer: DayOfTill }) => {
  const words = useReceivableWords()
  return (
    <Card flush>
      <div className={table['scroll']}>
        <table className={table['table']}>
          <thead>
            <tr>
              <th>
                <Trans>Mode</Trans>
              </th>
              <th className={table['end']}>
                <Trans>Nombre</Trans>
              </th>
              <th className={table['end']}>
                <Trans>Encaissé</Trans>
              </th>
              <th className={table['end']}>
                <Trans>Rendu</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {answer.modes.map((one) => (
              <tr key={one.mode}>
                <td>{words.mode[one.mode]}</td>
                <td className={table['end']}>{one.payments + one.refunds}</td>
                <td className={table['end']}>
                  <Amount centimes={one.received_centimes} />
                </td>
                <td className={table['end']}>{one.refunded_centimes === 0 ? '–' : <Amount centimes={one.refunded_centimes} />}</td>
              </tr>
            ))}
          </tbody>
          <tfoot className={classes['totals']}>
            <tr>
              <td className={classes['strong']}>
                <Trans>Total</Trans>
              </td>
              <td className={table['end']}>{answer.modes.reduce((sum, one) => sum + one.payments + one.refunds, 0)}</td>
              <td className={table['end']}>
                <Amount centimes={answer.received_centimes} strong />
              </td>
              <td className={table['end']}>
                {answer.refunded_centimes === 0 ? '–' : <Amount centimes={answer.refunded_centimes} strong />}
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      <p className={classes['net']}>
        <span>
          <Trans>Net de la journée</Trans>
        </span>
        <Amount centimes={answer.net_centimes} strong />
      </p>
    </Card>
  )
}

/** «Encaissements du jour»: what a teller, or the agency, counts at closing, by mode. */
export const DayPage = () => {
  const { t } = useLingui()
  const me = useMe()
  const formats = useFormats()
  const navigate = useNavigate()
  const address = useAddress()
  const asked = address['day']
  const day = asked !== undefined && isDay(asked) ? asked : formats.today()
  const whose = address['whose'] === 'all' ? 'all' : 'mine'
  const { data, error, refetch } = useRead(
    receivableOperations.dayOfTill,
    { day, ...(whose === 'mine' && { user_id: me.id }) },
    { keepPrevious: true },
  )
  const go = (changes: Record<string, string | undefined>) =>
    void navigate({ to: '.', search: (before: Record<string, unknown>) => ({ ...before, ...changes }) as never, replace: true })
  const filter = JSON.stringify({ paid_on: day, ...(whose === 'mine' && { created_by: me.id }) })
  return (
    <Page
      title={t`Encaissements du jour`}
      heading={<Trans>Encaissements du {formats.day(day)}</Trans>}
      back={{ to: '/payments', label: <Trans>Encaissements</Trans> }}
      width="narrow"
      acts={
        <Button icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>
          <Trans>Imprimer</Trans>
        </Button>
      }
    >
      <div className={classes['till']}>
        <DayField label={t`Jour`} value={day} max={formats.today()} onChange={(next) => isDay(next) && go({ day: next })} />
        <Segments
          label={t`Encaissés par`}
          value={whose}
          onChange={(next) => go({ whose: next === 'mine' ? undefined : next })}
          options={[
            { value: 'mine', label: t`Moi` },
            { value: 'all', label: t`Toute l’équipe` },
          ]}
        />
      </div>
      {error && !data ? (
        <Failure error={error} again={() => refetch()} />
      ) : !data ? (
        <SkeletonRows rows={5} />
      ) : data.modes.length === 0 ? (
        <Blank icon={<HandCoins aria-hidden="true" />} title={<Trans>Aucun encaissement ce jour</Trans>} />
      ) : (
        <>
          <Till answer={data} />
          <p>
            <LinkButton to="/payments" kind="link" search={{ filter }}>
              <Plural
                value={data.modes.reduce((sum, one) => sum + one.payments + one.refunds, 0)}
                one="Voir le paiement"
                other="Voir les # paiements"
              />
            </LinkButton>
          </p>
        </>
      )}
    </Page>
  )
}
