import { useState } from 'react'
import { plural } from '@lingui/core/macro'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { ChevronRight, FileQuestionMark, Lock, TriangleAlert, Umbrella } from 'lucide-react'
import { useFormats } from '#kernel/web/formats.ts'
import { Blank } from '#kernel/web/ui/blank.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { DayText } from '#kernel/web/ui/moment.tsx'
import tableClasses from '#kernel/web/ui/table.module.css'
import { PolicyLink } from '#capabilities/policies/web/index.ts'
import type { ClaimLine, ClaimsOfContact } from '../../contract.ts'
import { isOpen } from '../../rules.ts'
import { ClaimLink } from '../claim-link.tsx'
import { ClaimState } from '../claim-state.tsx'
import { ClockText } from '../clock-text.tsx'
import { DeclareClaimButton } from '../declare-claim-button.tsx'
import { useClaimProduct } from '../use-claim-product.ts'
import { useClaimWords } from '../use-claim-words.ts'
import classes from './tab.module.css'
import claimClasses from '../claims.module.css'

/** The customer whose tab it is. */
interface TabContact {
  readonly id: string
  readonly name: string
  readonly deleted_at: string | null
}

/** Doubts that were pointed out at the declaration. */
const Doubts = ({ line }: { line: ClaimLine }) => {
  const words = useClaimWords()
  if (line.flags.length === 0) return null
  const flags = line.flags.map((flag) => words.flag[flag]).join(', ')
  return (
    <span className={claimClasses['flagged']} title={flags}>
      <TriangleAlert role="img" aria-label={flags} />
    </span>
  )
}

/** Papers that lack. */
const Remarks = ({ line }: { line: ClaimLine }) => {
  const { t } = useLingui()
  return (
    <>
      {isOpen(line.status) && line.papers_missing > 0 && (
        <span className={classes['mark']} title={t`Pièces manquantes`}>
          <FileQuestionMark aria-hidden="true" />
          <Plural value={line.papers_missing} one="# pièce manque" other="# pièces manquent" />
        </span>
      )}
    </>
  )
}

const Row = ({ line }: { line: ClaimLine }) => {
  const { amount } = useFormats()
  const words = useClaimWords()
  const { productOf } = useClaimProduct()
  return (
    <tr>
      <td>
        <ClaimLink id={line.id} number={line.number} />
        <Doubts line={line} />
        <small>
          <DayText day={line.occurred_on} />
        </small>
      </td>
      <td>
        {words.nature[line.nature]}
        <small>
          <bdi>{line.insured_label ?? productOf(line)}</bdi> · <PolicyLink id={line.policy_id} number={line.policy_number} />
        </small>
      </td>
      <td>
        <ClockText clock={line.clock} />
        <small className={classes['marks']}>
          <Remarks line={line} />
        </small>
      </td>
      <td className={tableClasses['end']}>
        <bdi dir="ltr">{amount(line.reserve_centimes, { decimals: 'needed' })}</bdi>
      </td>
      <td className={tableClasses['end']}>
        <bdi dir="ltr">{amount(line.paid_centimes, { decimals: 'needed' })}</bdi>
      </td>
      <td>
        <ClaimState status={line.status} />
      </td>
    </tr>
  )
}

/** A line where there is no room for a table. */
const Narrow = ({ line }: { line: ClaimLine }) => {
  const { amount, day } = useFormats()
  const words = useClaimWords()
  return (
    <li>
      <div>
        <ClaimLink id={line.id} number={line.number} />
        <ClaimState status={line.status} />
      </div>
      <p>
        {words.nature[line.nature]} · <bdi>{day(line.occurred_on)}</bdi>
      </p>
      <p className={classes['quiet']}>
        <Trans>
          Provision <bdi dir="ltr">{amount(line.reserve_centimes, { decimals: 'needed' })}</bdi>, réglé{' '}
          <bdi dir="ltr">{amount(line.paid_centimes, { decimals: 'needed' })}</bdi>
        </Trans>
      </p>
      {line.clock !== null && (
        <p>
          <ClockText clock={line.clock} />
        </p>
      )}
    </li>
  )
}

const Lines = ({ lines, label }: { lines: readonly ClaimLine[]; label: string }) => (
  <>
    <div className={classes['roomy']}>
      <table className={tableClasses['table']} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Sinistre</Trans>
            </th>
            <th scope="col">
              <Trans>Nature et police</Trans>
            </th>
            <th scope="col">
              <Trans>Délai</Trans>
            </th>
            <th scope="col" className={tableClasses['end']}>
              <Trans>Provision</Trans>
            </th>
            <th scope="col" className={tableClasses['end']}>
              <Trans>Réglé</Trans>
            </th>
            <th scope="col">
              <Trans>État</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.id} line={line} />
          ))}
        </tbody>
      </table>
    </div>
    <ul className={classes['narrow']} aria-label={label}>
      {lines.map((line) => (
        <Narrow key={line.id} line={line} />
      ))}
    </ul>
  </>
)

/** «Sinistres» of a customer: what is open first, with its clock and its money; the older ones folded. */
export const ClaimsTab = ({ contact, claims }: { contact: TabContact; claims: ClaimsOfContact }) => {
  const { t } = useLingui()
  const { amount } = useFormats()
  const [unfolded, setUnfolded] = useState(false)
  const open = claims.data.filter((line) => isOpen(line.status))
  const ended = claims.data.filter((line) => !isOpen(line.status))
  const { elsewhere } = claims
  const declare = contact.deleted_at === null && <DeclareClaimButton contactId={contact.id} size="small" />
  const others = elsewhere > 0 && (
    <p className={classes['elsewhere']}>
      <Lock aria-hidden="true" />
      {plural(elsewhere, { one: '# sinistre dans une autre agence', other: '# sinistres dans une autre agence' })}
    </p>
  )
  if (claims.data.length === 0)
    return (
      <>
        <Blank icon={<Umbrella aria-hidden="true" />} title={<Trans>Aucun sinistre</Trans>} acts={declare || undefined}>
          <Trans>Ce client n’a rien déclaré.</Trans>
        </Blank>
        {others}
      </>
    )
  const reserve = claims.data.reduce((sum, line) => sum + line.reserve_centimes, 0)
  const paid = claims.data.reduce((sum, line) => sum + line.paid_centimes, 0)
  return (
    <div className={classes['tab']}>
      <header className={classes['head']}>
        <p>
          {plural(open.length, { one: '# sinistre en cours', other: '# sinistres en cours' })}
          <span className={claimClasses['hint']}>
            {' '}
            <Trans>
              · provision <bdi dir="ltr">{amount(reserve, { decimals: 'needed' })}</bdi> · réglé{' '}
              <bdi dir="ltr">{amount(paid, { decimals: 'needed' })}</bdi>
            </Trans>
          </span>
        </p>
        {declare}
      </header>
      {open.length > 0 && <Lines lines={open} label={t`Sinistres en cours`} />}
      {ended.length > 0 && (
        <div className={classes['older']}>
          <Button
            kind="quiet"
            size="small"
            aria-expanded={unfolded || open.length === 0}
            icon={<ChevronRight aria-hidden="true" />}
            onClick={() => setUnfolded(!unfolded)}
          >
            {plural(ended.length, { one: '# sinistre terminé', other: '# sinistres terminés' })}
          </Button>
          {(unfolded || open.length === 0) && <Lines lines={ended} label={t`Sinistres terminés`} />}
        </div>
      )}
      {others}
    </div>
  )
}
