import { useState, type ReactNode } from 'react'
import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { ChevronRight, Lock, Plus, Shield } from 'lucide-react'
import { useFormats } from '#kernel/web/formats.ts'
import { useSession } from '#kernel/web/session.tsx'
import { Blank } from '#kernel/web/ui/blank.tsx'
import { Button, LinkButton } from '#kernel/web/ui/button.tsx'
import tableClasses from '#kernel/web/ui/table.module.css'
import type { PoliciesOfContact, PolicyLine } from '../../rows.ts'
import { coveringStatuses } from '../../rules.ts'
import { ExpiryText } from '../expiry-text.tsx'
import { InsuredText } from '../insured-text.tsx'
import { PolicyLink } from '../policy-link.tsx'
import { PolicyState } from '../policy-state.tsx'
import { useProductName } from '../use-product-name.ts'
import { LineWarnings } from './line-warnings.tsx'
import classes from './tab.module.css'

/** The customer whose tab it is. */
export interface TabContact {
  readonly id: string
  readonly name: string
  readonly deleted_at: string | null
}

const current: ReadonlySet<string> = new Set([...coveringStatuses, 'awaiting_payment', 'suspended', 'draft'])

const Row = ({ line }: { line: PolicyLine }) => {
  const { amount } = useFormats()
  const nameOf = useProductName()
  return (
    <tr>
      <td>
        <PolicyLink id={line.id} number={line.number} />
      </td>
      <td>
        <bdi>{nameOf(line)}</bdi>
        {line.formula_name !== null && (
          <small>
            <bdi>{line.formula_name}</bdi>
          </small>
        )}
      </td>
      <td>
        <InsuredText label={line.insured_label} />
      </td>
      <td>
        <ExpiryText day={line.end_date ?? line.expiry_date} />
      </td>
      <td className={tableClasses['end']}>
        <bdi dir="ltr">{amount(line.total_premium_centimes)}</bdi>
      </td>
      <td>
        <PolicyState status={line.status} />
      </td>
    </tr>
  )
}

/** A line of the tab where there is no room for a table: two lines and a state. */
const Narrow = ({ line }: { line: PolicyLine }) => {
  const { amount, day } = useFormats()
  const nameOf = useProductName()
  return (
    <li>
      <div>
        <PolicyLink id={line.id} number={line.number} />
        <PolicyState status={line.status} />
      </div>
      <p>
        <bdi>{line.insured_label ?? nameOf(line)}</bdi>
      </p>
      <p className={classes['quiet']}>
        <bdi>{day(line.end_date ?? line.expiry_date)}</bdi> ·{' '}
        <bdi dir="ltr">{amount(line.total_premium_centimes, { decimals: 'needed' })}</bdi>
      </p>
    </li>
  )
}

const Lines = ({ lines, label }: { lines: readonly PolicyLine[]; label: string }) => (
  <>
    <div className={classes['roomy']}>
      <table className={tableClasses['table']} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Police</Trans>
            </th>
            <th scope="col">
              <Trans>Produit et formule</Trans>
            </th>
            <th scope="col">
              <Trans>Objet assuré</Trans>
            </th>
            <th scope="col">
              <Trans>Échéance</Trans>
            </th>
            <th scope="col" className={tableClasses['end']}>
              <Trans>Prime TTC</Trans>
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

/** «Polices» of a customer: those under way first, the older ones folded; what is to be known about them above. */
export const PoliciesTab = ({ contact, policies }: { contact: TabContact; policies: PoliciesOfContact }) => {
  const { t } = useLingui()
  const { can } = useSession()
  const [unfolded, setUnfolded] = useState(false)
  const now = policies.data.filter((line) => current.has(line.status))
  const older = policies.data.filter((line) => !current.has(line.status))
  const { elsewhere } = policies
  const mayCreate = can('policy.create') && contact.deleted_at === null
  const create: ReactNode = mayCreate && (
    <LinkButton to="/policies/new" search={{ contact: contact.id }} size="small" icon={<Plus aria-hidden="true" />}>
      <Trans>Nouvelle police</Trans>
    </LinkButton>
  )
  const others = elsewhere > 0 && (
    <p className={classes['elsewhere']}>
      <Lock aria-hidden="true" />
      {plural(elsewhere, { one: '# police dans une autre agence', other: '# polices dans une autre agence' })}
    </p>
  )
  if (policies.data.length === 0)
    return (
      <>
        <Blank icon={<Shield aria-hidden="true" />} title={<Trans>Aucune police</Trans>} acts={create || undefined}>
          <Trans>Les contrats de ce client s’inscriront ici, avec leurs échéances.</Trans>
        </Blank>
        {others}
      </>
    )
  const counted = [
    plural(policies.in_force.count, { one: '# police en vigueur', other: '# polices en vigueur' }),
    ...(older.length > 0 ? [plural(older.length, { one: '# ancienne', other: '# anciennes' })] : []),
  ].join(', ')
  return (
    <div className={classes['tab']}>
      <LineWarnings lines={now} />
      <header className={classes['head']}>
        <p>{counted}</p>
        {create}
      </header>
      {now.length > 0 && <Lines lines={now} label={t`Polices en cours`} />}
      {older.length > 0 && (
        <div className={classes['older']}>
          <Button
            kind="quiet"
            size="small"
            aria-expanded={unfolded}
            icon={<ChevronRight aria-hidden="true" />}
            onClick={() => setUnfolded(!unfolded)}
          >
            {plural(older.length, { one: '# police ancienne', other: '# polices anciennes' })}
          </Button>
          {unfolded && <Lines lines={older} label={t`Polices anciennes`} />}
        </div>
      )}
      {others}
    </div>
  )
}
