import { Plural, Trans } from '@lingui/react/macro'
import type { Anchor, Reminder } from '../../contract.ts'

const Expiry = ({ days, of }: { days: number; of: string }) =>
  days < 0 ? (
    <Trans>
      <Plural value={-days} one="# jour" other="# jours" /> avant l’échéance de la police <bdi>{of}</bdi>
    </Trans>
  ) : days > 0 ? (
    <Trans>
      <Plural value={days} one="# jour" other="# jours" /> après l’échéance de la police <bdi>{of}</bdi>
    </Trans>
  ) : (
    <Trans>
      Le jour de l’échéance de la police <bdi>{of}</bdi>
    </Trans>
  )

const Effective = ({ days, of }: { days: number; of: string }) =>
  days < 0 ? (
    <Trans>
      <Plural value={-days} one="# jour" other="# jours" /> avant l’effet de la police <bdi>{of}</bdi>
    </Trans>
  ) : days > 0 ? (
    <Trans>
      <Plural value={days} one="# jour" other="# jours" /> après l’effet de la police <bdi>{of}</bdi>
    </Trans>
  ) : (
    <Trans>
      Le jour de l’effet de la police <bdi>{of}</bdi>
    </Trans>
  )

const Due = ({ days, of }: { days: number; of: string }) =>
  days < 0 ? (
    <Trans>
      <Plural value={-days} one="# jour" other="# jours" /> avant l’échéance de la quittance <bdi>{of}</bdi>
    </Trans>
  ) : days > 0 ? (
    <Trans>
      <Plural value={days} one="# jour" other="# jours" /> après l’échéance de la quittance <bdi>{of}</bdi>
    </Trans>
  ) : (
    <Trans>
      Le jour de l’échéance de la quittance <bdi>{of}</bdi>
    </Trans>
  )

const Declared = ({ days, of }: { days: number; of: string }) =>
  days < 0 ? (
    <Trans>
      <Plural value={-days} one="# jour" other="# jours" /> avant la déclaration du sinistre <bdi>{of}</bdi>
    </Trans>
  ) : days > 0 ? (
    <Trans>
      <Plural value={days} one="# jour" other="# jours" /> après la déclaration du sinistre <bdi>{of}</bdi>
    </Trans>
  ) : (
    <Trans>
      Le jour de la déclaration du sinistre <bdi>{of}</bdi>
    </Trans>
  )

const sayings: Readonly<Record<Anchor, typeof Expiry>> = {
  'policy.expiry': Expiry,
  'policy.effective': Effective,
  'receivable.due': Due,
  'claim.declared': Declared,
}

/** How a relative reminder counts: «30 jours avant l’échéance de la police 1608…»; nothing for one with a date of its own. */
export const WhenWords = ({
  reminder: { anchor, offset_days, about_title },
}: {
  reminder: Pick<Reminder, 'anchor' | 'offset_days' | 'about_title'>
}) => {
  if (anchor === null || offset_days === null) return null
  const Saying = sayings[anchor]
  return <Saying days={offset_days} of={about_title ?? ''} />
}
