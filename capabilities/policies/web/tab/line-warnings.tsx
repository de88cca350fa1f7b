import { Trans } from '@lingui/react/macro'
import { TriangleAlert } from 'lucide-react'
import { useFormats } from '#kernel/web/formats.ts'
import type { PolicyLine } from '../../rows.ts'
import { PolicyLink } from '../policy-link.tsx'
import { useProductName } from '../use-product-name.ts'
import classes from './tab.module.css'

type Kind = 'suspended' | 'expiring' | 'double'

const Warning = ({ line, kind }: { line: PolicyLine; kind: Kind }) => {
  const formats = useFormats()
  const product = <bdi>{useProductName()(line)}</bdi>
  const number = <PolicyLink id={line.id} number={line.number} />
  const when = formats.dayFromToday(line.expiry_date)
  if (kind === 'suspended') {
    const since = formats.day(line.suspended_from ?? line.effective_date)
    return (
      <Trans>
        Garanties suspendues: {product} {number} ne couvre plus rien depuis le {since}.
      </Trans>
    )
  }
  if (kind === 'double')
    return (
      <Trans>
        {product} {number} assure un bien qu’une autre police assure aussi (ord. 95-07, art. 33).
      </Trans>
    )
  if (line.noticed_on !== null) {
    const noticed = formats.day(line.noticed_on)
    return (
      <Trans>
        {product} {number} échoit {when}. Avis d’échéance établi le {noticed}, non confirmé.
      </Trans>
    )
  }
  return (
    <Trans>
      {product} {number} échoit {when}. Avis d’échéance à établir.
    </Trans>
  )
}

const most = 3
const kinds: readonly { readonly kind: Kind; readonly holds: (line: PolicyLine) => boolean }[] = [
  { kind: 'suspended', holds: (line) => line.status === 'suspended' },
  { kind: 'expiring', holds: (line) => line.status === 'to_renew' && line.end_date === null },
  { kind: 'double', holds: (line) => line.doubly_insured },
]

/** What must be known of a customer's policies before anything else, gravest first: cover stopped, ending soon, had twice. */
export const LineWarnings = ({ lines }: { lines: readonly PolicyLine[] }) => {
  const shown = kinds.flatMap(({ kind, holds }) => lines.filter(holds).map((line) => ({ kind, line })))
  if (shown.length === 0) return null
  return (
    <ul className={classes['warnings']}>
      {shown.slice(0, most).map(({ kind, line }) => (
        <li key={kind + line.id} data-tone={kind === 'suspended' ? 'bad' : undefined}>
          <TriangleAlert aria-hidden="true" />
          <span>
            <Warning line={line} kind={kind} />
          </span>
        </li>
      ))}
    </ul>
  )
}
