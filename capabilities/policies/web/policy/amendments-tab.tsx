import { Trans } from '@lingui/react/macro'
import { FileStack } from 'lucide-react'
import { useFormats } from '#kernel/web/formats.ts'
import { Blank } from '#kernel/web/ui/blank.tsx'
import type { Policy, PolicyAmendment } from '../../contract.ts'
import { amendmentNumber } from '../../policy-number.ts'
import { usePolicyWords } from '../use-policy-words.ts'
import { ChangeLines } from './change-lines.tsx'
import classes from './policy.module.css'

const useReason = () => {
  const words = usePolicyWords()
  const known: Readonly<Record<string, string>> = { ...words.transferReason, ...words.suspensionReason, ...words.endReason }
  return (reason: string): string => known[reason] ?? reason
}

const Amendment = ({ policy, amendment }: { policy: Policy; amendment: PolicyAmendment }) => {
  const formats = useFormats()
  const words = usePolicyWords()
  const reasonOf = useReason()
  return (
    <li>
      <header>
        <b>{words.amendment[amendment.kind]}</b>
        <span>
          <bdi dir="ltr">{amendmentNumber(policy.number, amendment.number)}</bdi>
        </span>
        <span>{amendment.total_premium_centimes !== 0 && <bdi dir="ltr">{formats.amount(amendment.total_premium_centimes)}</bdi>}</span>
      </header>
      <p>
        <Trans>
          Effet le {formats.day(amendment.effective_date)}, établi le {formats.instant(amendment.made_at)} par{' '}
          <bdi>{amendment.made_by_name}</bdi>
        </Trans>
        {amendment.reason !== null && <> · {reasonOf(amendment.reason)}</>}
      </p>
      {amendment.note !== null && amendment.note !== '' && <p dir="auto">{amendment.note}</p>}
      <ChangeLines changes={amendment.changes} of={policy} />
    </li>
  )
}

/** «Avenants»: every movement of the contract, newest first, with what it changed and cost. */
export const AmendmentsTab = ({ policy }: { policy: Policy }) => {
  if (policy.amendments.length === 0)
    return (
      <Blank icon={<FileStack aria-hidden="true" />} title={<Trans>Aucun mouvement</Trans>}>
        <Trans>L’affaire nouvelle s’inscrira ici à l’émission, puis chaque avenant.</Trans>
      </Blank>
    )
  return (
    <ol className={classes['list']}>
      {policy.amendments.map((amendment) => (
        <Amendment key={amendment.id} policy={policy} amendment={amendment} />
      ))}
    </ol>
  )
}
