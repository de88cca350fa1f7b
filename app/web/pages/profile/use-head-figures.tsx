import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useFormats } from '#kernel/web/formats.ts'
import { isOpen } from '#capabilities/claims/rules.ts'
import { lossRatioYears, type Profile } from '../../../answers/profile-contract.ts'
import type { HeadFigure } from './figure-strip.tsx'

/** The figures of the head: what is insured, what it costs, what is due. Each stands there only when its source does. */
export const useHeadFigures = (profile: Profile): HeadFigure[] => {
  const { t } = useLingui()
  const formats = useFormats()
  const { policies, claims, receivables, loss_ratio: losses } = profile
  const amount = (centimes: number) => <bdi>{formats.amount(centimes, { decimals: 'needed' })}</bdi>
  const figures: HeadFigure[] = []
  if (policies) {
    const { count, total_premium_centimes: premium } = policies.in_force
    figures.push({
      key: 'premium',
      label: <Trans>Primes en vigueur</Trans>,
      value: amount(premium),
      note:
        policies.elsewhere > 0 ? (
          <Trans>
            <Plural value={count} one="# police" other="# polices" />,{' '}
            <Plural value={policies.elsewhere} one="# dans une autre agence" other="# dans d’autres agences" />
          </Trans>
        ) : (
          <Plural value={count} _0="aucune police" one="# police" other="# polices" />
        ),
      help: t`Primes totales des polices dont la garantie court aujourd’hui.`,
      tab: 'policies',
    })
  }
  if (claims) {
    const open = claims.data.filter(({ status }) => isOpen(status) && status !== 'draft').length
    const ratio = losses?.ratio ?? null
    const spent = losses ? formats.amount(losses.losses_centimes, { decimals: 'never' }) : ''
    const earned = losses ? formats.amount(losses.earned_centimes, { decimals: 'never' }) : ''
    figures.push({
      key: 'claims',
      label: <Trans>Sinistres / primes</Trans>,
      value: ratio === null ? '—' : formats.share(ratio / 100),
      note: <Plural value={open} _0="aucun dossier ouvert" one="# dossier ouvert" other="# dossiers ouverts" />,
      tone: ratio !== null && ratio > 100 ? 'bad' : 'plain',
      help: t`Coût des sinistres survenus depuis ${lossRatioYears} ans (${spent}) sur les primes nettes acquises (${earned}).`,
      tab: 'claims',
    })
  }
  if (receivables) {
    const { balance_centimes: balance, oldest_overdue_days: late, overdue_centimes: overdue } = receivables
    const days = late ?? 0
    figures.push({
      key: 'due',
      label: balance < 0 ? <Trans>Avoir du client</Trans> : <Trans>Solde dû</Trans>,
      value: amount(Math.abs(balance)),
      note:
        overdue > 0 ? (
          <Trans>
            échu depuis <Plural value={days} one="# jour" other="# jours" />
          </Trans>
        ) : balance > 0 ? (
          <Trans>non échu</Trans>
        ) : (
          <Trans>à jour</Trans>
        ),
      tone: overdue > 0 ? 'bad' : 'plain',
      help: t`Ce qui reste dû sur les quittances, moins ce qui reste de ses paiements.`,
      tab: 'receivables',
    })
  }
  const next = policies?.data
    .filter(({ status }) => status === 'in_force' || status === 'to_renew')
    .map(({ expiry_date }) => expiry_date)
    .toSorted()[0]
  if (policies)
    figures.push({
      key: 'expiry',
      label: <Trans>Prochaine échéance</Trans>,
      value: next === undefined ? '—' : <bdi>{formats.day(next)}</bdi>,
      note: next === undefined ? <Trans>aucune garantie en cours</Trans> : formats.dayFromToday(next),
      help: t`La première échéance des polices en vigueur.`,
      tab: 'policies',
    })
  return figures
}
