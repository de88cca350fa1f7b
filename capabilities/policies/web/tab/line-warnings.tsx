import { Trans } from '@lingui/react/macro'
import { TriangleAlert } from 'lucide-react'
import { useFormats } from '#kernel/web/formats.ts'
import type { PolicyLine } from '../../rows.ts'
import { PolicyLink } from '../policy-link.tsx'
import { useProductName } from '../use-product-name.ts'
import classes from './tab.module.css'

const Warning = ({ line }: { line: PolicyLine }) => {
  const formats = useFormats()
  const product = useProductName()(line)
  const number = <PolicyLink id={line.id} number={line.number} />
  const when = formats.dayFromToday(line.expiry_date)
  if (line.status === 'suspended') {
    const since = line.suspended_from === null ? null : formats.day(line.suspended_from)
    return (
      <Trans>
        Garanties suspendues: {product} {number} ne couvre plus rien depuis le {since ?? formats.day(line.effective_date)}.
      </Trans>
    )
  }
  if (line.doubly_insured)
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

/** What must be known of a customer's policies before anything else: cover stopped, ending soon, or had twice. */
export const LineWarnings = ({ lines }: { lines: readonly PolicyLine[] }) => {
  const shown = lines.filter(
    (line) => line.status === 'suspended' || line.doubly_insured || (line.status === 'to_renew' && line.end_date === null),
  )
  if (shown.length === 0) return null
  return (
    <ul className={classes['warnings']}>
      {shown.slice(0, 3).map((line) => (
        <li key={line.id} data-tone={line.status === 'suspended' ? 'bad' : undefined}>
          <TriangleAlert aria-hidden="true" />
          <span>
            <Warning line={line} />
          </span>
        </li>
      ))}
    </ul>
  )
}
