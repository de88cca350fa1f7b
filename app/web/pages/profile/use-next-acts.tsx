import { useLingui } from '@lingui/react/macro'
import {
  BellRing,
  CalendarClock,
  CircleDollarSign,
  CopyCheck,
  FileClock,
  FileQuestionMark,
  Handshake,
  RefreshCw,
  ShieldOff,
  Undo2,
} from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useFormats } from '#kernel/web/formats.ts'
import type { Todo } from '#kernel/web/ui/todo-list.tsx'
import { useClaimWords } from '#capabilities/claims/web/index.ts'
import { nextActs, type NextAct } from '../../../answers/next-acts.ts'
import type { Profile } from '../../../answers/profile-contract.ts'

const most = 6

/** What the file of this customer calls for today, in words, most urgent first. */
export const useNextActs = (profile: Profile): Todo[] => {
  const { t } = useLingui()
  const formats = useFormats()
  const claimWords = useClaimWords()
  const here = `/contacts/${profile.contact.id}`
  const icon = (Picture: typeof BellRing): ReactNode => <Picture aria-hidden="true" />
  const amount = (centimes: number) => formats.amount(centimes, { decimals: 'needed' })

  const say = (act: NextAct): Todo => {
    switch (act.kind) {
      case 'reminder':
        return {
          key: `reminder-${act.reminder.id}`,
          icon: icon(BellRing),
          title: <bdi>{act.reminder.title}</bdi>,
          why: t`Rappel de ${act.reminder.assignee_name}, ${formats.ago(act.reminder.due_at)}`,
          to: here,
          search: { tab: 'reminders' },
          tone: 'warn',
        }
      case 'overdue': {
        const days = act.bill.days_late ?? 0
        const due = amount(act.overdue_centimes)
        return {
          key: `overdue-${act.bill.id}`,
          icon: icon(CircleDollarSign),
          title: act.bills > 1 ? t`Relancer ${act.bills} quittances en retard` : t`Relancer la quittance ${act.bill.number}`,
          why: t`${due} en retard, depuis ${days} jours pour la plus ancienne.`,
          to: here,
          search: { tab: 'receivables' },
          tone: 'bad',
        }
      }
      case 'broken_promise': {
        const promised = amount(act.promise.amount_centimes)
        const day = formats.day(act.promise.due_on)
        return {
          key: `promise-${act.promise.id}`,
          icon: icon(Handshake),
          title: act.promise.state === 'part_kept' ? t`Promesse tenue en partie` : t`Promesse de paiement non tenue`,
          why: t`${promised} promis pour le ${day}.`,
          to: here,
          search: { tab: 'receivables' },
          tone: 'bad',
        }
      }
      case 'claim_clock':
        return {
          key: `clock-${act.claim.id}`,
          icon: icon(FileClock),
          title: t`Sinistre ${act.claim.number}: ${claimWords.clock[act.claim.clock?.kind ?? 'expert']}`,
          why: act.claim.clock ? formats.dayFromToday(act.claim.clock.due_on) : '',
          to: `/claims/${act.claim.id}`,
          tone: act.claim.clock?.late ? 'bad' : 'warn',
        }
      case 'claim_papers': {
        const missing = act.claim.papers_missing
        return {
          key: `papers-${act.claim.id}`,
          icon: icon(FileQuestionMark),
          title: t`Réclamer les pièces du sinistre ${act.claim.number}`,
          why: missing === 1 ? t`Une pièce manque au dossier.` : t`${missing} pièces manquent au dossier.`,
          to: `/claims/${act.claim.id}`,
          search: { tab: 'papers' },
        }
      }
      default:
        return sayOfPolicy(act)
    }
  }

  const sayOfPolicy = (act: Extract<NextAct, { policy: unknown }>): Todo => {
    const { policy } = act
    const { number, product_name: product } = policy
    const premium = amount(policy.total_premium_centimes)
    const when = formats.dayFromToday(policy.expiry_date)
    const to = `/policies/${policy.id}`
    const key = `${act.kind}-${policy.id}`
    switch (act.kind) {
      case 'renew':
        return {
          key,
          icon: icon(RefreshCw),
          title: t`Proposer le renouvellement`,
          why: t`${product} ${number}, échéance ${when}, prime actuelle ${premium}.`,
          to,
        }
      case 'suspended':
        return {
          key,
          icon: icon(ShieldOff),
          title: t`Garanties suspendues`,
          why: t`${product} ${number}: rien n’est couvert tant que la prime n’est pas réglée.`,
          to,
          tone: 'bad',
        }
      case 'collect_first':
        return {
          key,
          icon: icon(CircleDollarSign),
          title: t`Encaisser la prime pour mettre en vigueur`,
          why: t`${product} ${number}, ${premium}.`,
          to: here,
          search: { tab: 'receivables' },
          tone: 'warn',
        }
      case 'win_back':
        return { key, icon: icon(Undo2), title: t`Reproposer la garantie`, why: t`${product} ${number}, échue ${when}.`, to }
      case 'doubly_insured':
        return {
          key,
          icon: icon(CopyCheck),
          title: t`Double assurance à vérifier`,
          why: t`${product} ${number} assure un bien déjà assuré (ord. 95-07, art. 33).`,
          to,
          tone: 'warn',
        }
    }
  }

  const [now] = useState(() => new Date().toISOString())
  const acts = nextActs(profile, formats.today(), now)
  const shown = acts.slice(0, most).map(say)
  const rest = acts.length - shown.length
  return rest > 0
    ? [
        ...shown,
        { key: 'rest', icon: icon(CalendarClock), title: t`Et ${rest} autres points`, why: t`Dans les onglets de la fiche.`, to: '' },
      ]
    : shown
}
