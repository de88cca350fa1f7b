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
}
// Customers first: they are what most files hold.
const rankOf = (one: ImportObject): number => ['contacts', 'accounts', 'agencies', 'users'].indexOf(one.object) + 1 || 99

/** What the file holds: one card per kind of record. */
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
}) => (
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
            <KindIcon kind={icons[one.record] ?? 'import'} />
            <span>{one.label}</span>
          </label>
        ))}
    </div>
  </fieldset>
)
