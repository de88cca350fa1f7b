import { Trans } from '@lingui/react/macro'
import { KindIcon, type NavigationIcon } from '#kernel/web/ui/navigation-icon.tsx'
import type { ImportObject } from '../../contract.ts'
import classes from './file-step.module.css'

const icons: Readonly<Record<string, NavigationIcon>> = {
  contact: 'contact',
  account: 'account',
  agency: 'agency',
  user: 'people',
  lead: 'lead',
  policy: 'policy',
  claim: 'claim',
  receivable: 'receivable',
  payment: 'payment',
  activity: 'message',
}
// Customers first: they are what most files hold; then what they have, in the order in which it is brought in.
const order = ['contacts', 'policy_file', 'policies', 'receivables', 'payments', 'claims', 'activities', 'accounts', 'agencies', 'users']
const rankOf = (one: ImportObject): number => order.indexOf(one.object) + 1 || 99

/** What the file holds: one card per kind of record, and what is expected of the one chosen. */
export const ObjectChoice = ({
  objects,
  value,
  onChange,
  disabled,
}: {
  objects: readonly ImportObject[]
  value: string | null
  onChange: (object: string) => void
  disabled: boolean
}) => {
  const about = objects.find((one) => one.object === value)?.about
  return (
    <fieldset className={classes['objects']} disabled={disabled}>
      <legend>
        <Trans>Que contient le fichier?</Trans>
      </legend>
      <div>
        {objects
          .toSorted((a, b) => rankOf(a) - rankOf(b))
          .map((one) => (
            <label key={one.object}>
              <input type="radio" name="object" value={one.object} checked={one.object === value} onChange={() => onChange(one.object)} />
              <KindIcon kind={one.parts.length > 1 ? 'import' : (icons[one.record] ?? 'import')} />
              <span>{one.label}</span>
            </label>
          ))}
      </div>
      <p aria-live="polite" className={classes['about']}>
        {about}
      </p>
    </fieldset>
  )
}
