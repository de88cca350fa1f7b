import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { TriangleAlert } from 'lucide-react'
import { useFormats } from '#kernel/web/formats.ts'
import { joined } from '#kernel/web/ui/joined.ts'
import type { Claim, DeclarationCheck } from '../contract.ts'
import type { DeclarationFlag } from '../guard-rails.ts'
import { ClaimLink } from './claim-link.tsx'
import { useClaimWords } from './use-claim-words.ts'
import classes from './claims.module.css'

interface FlagListProps {
  readonly flags: readonly DeclarationFlag[]
  readonly duplicates: Claim['duplicates']
  /** By when it had to be declared, where it is known. */
  readonly dueOn: string | null
  readonly declaredOn: string | null
  readonly suspension?: DeclarationCheck['suspension']
  readonly framed?: boolean
}

const serious: ReadonlySet<DeclarationFlag> = new Set(['outside_cover', 'suspended', 'object_not_insured'])

/** What is pointed out about a declaration, each with what it rests on. It warns; nothing is blocked. */
export const FlagList = ({ flags, duplicates, dueOn, declaredOn, suspension = null, framed = false }: FlagListProps) => {
  const words = useClaimWords()
  const { day } = useFormats()
  if (flags.length === 0) return null
  const why = (flag: DeclarationFlag): ReactNode => {
    switch (flag) {
      case 'outside_cover':
        return <Trans>Aucune période de la police ne couvre cette date.</Trans>
      case 'suspended': {
        if (suspension === null) return <Trans>Les garanties étaient suspendues ce jour-là.</Trans>
        const from = day(suspension.from)
        if (suspension.until === null) return <Trans>Garanties suspendues depuis le {from}.</Trans>
        const until = day(suspension.until)
        return (
          <Trans>
            Garanties suspendues du {from} au {until}.
          </Trans>
        )
      }
      case 'unpaid':
        return <Trans>La prime de cette période attend son règlement (art. 17 de l’ord. 95-07).</Trans>
      case 'object_not_insured':
        return <Trans>Le bien n’était pas, ou plus, sur la police ce jour-là.</Trans>
      case 'late_declaration': {
        if (dueOn === null || declaredOn === null) return <Trans>Le délai de l’art. 15 de l’ord. 95-07 est dépassé.</Trans>
        const [due, declared] = [day(dueOn), day(declaredOn)]
        return (
          <Trans>
            Déclaré le {declared}, à déclarer au plus tard le {due} (art. 15 de l’ord. 95-07), sauf cas fortuit ou force majeure.
          </Trans>
        )
      }
      case 'duplicate':
        return duplicates.map((other) => (
          <span key={other.number}>
            {other.id === null ? <bdi dir="ltr">{other.number}</bdi> : <ClaimLink id={other.id} number={other.number} />} ·{' '}
            {words.nature[other.nature]}, {day(other.occurred_on)}{' '}
          </span>
        ))
      case 'guarantee_not_held':
        return <Trans>Une garantie touchée n’est pas sur la police.</Trans>
    }
  }
  return (
    <ul className={joined(classes['warnings'], framed && classes['framed'])}>
      {flags.map((flag) => (
        <li key={flag} data-tone={serious.has(flag) ? 'bad' : undefined}>
          <TriangleAlert aria-hidden="true" />
          <span>
            <b>{words.flag[flag]}</b>
            <small>{why(flag)}</small>
          </span>
        </li>
      ))}
    </ul>
  )
}
