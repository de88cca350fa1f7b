import { Trans } from '@lingui/react/macro'
import { PackageOpen, TriangleAlert } from 'lucide-react'
import { useFormats } from '#kernel/web/formats.ts'
import { Blank } from '#kernel/web/ui/blank.tsx'
import { Chip } from '#kernel/web/ui/chip.tsx'
import type { InsuredObject, Policy } from '../../contract.ts'
import { objectFields } from '../objects/object-fields.ts'
import { ObjectValue } from '../objects/object-value.tsx'
import { useObjectWords } from '../objects/use-object-words.ts'
import classes from './policy.module.css'

const valueAt = (object: InsuredObject, path: string): unknown =>
  path.startsWith('details.') ? object.details[path.slice(8)] : object[path as keyof InsuredObject]

const OneObject = ({ object, first }: { object: InsuredObject; first: string }) => {
  const words = useObjectWords()
  const formats = useFormats()
  const facts = objectFields[object.kind].filter((field) => {
    const value = valueAt(object, field.path)
    return value !== null && value !== undefined && value !== '' && !(field.kind === 'boolean' && field.rare && value === false)
  })
  return (
    <section className={classes['group']} data-past={object.until_date === null ? undefined : ''}>
      <header>
        <h2>
          <bdi>{object.label}</bdi>
        </h2>
        {object.until_date !== null && (
          <Chip plain>
            {object.until_date > formats.today() ? (
              <Trans>Assuré jusqu’au {formats.day(object.until_date)}</Trans>
            ) : (
              <Trans>Retiré le {formats.day(object.until_date)}</Trans>
            )}
          </Chip>
        )}
        {object.from_date !== first && (
          <small>
            {object.from_date > formats.today() ? (
              <Trans>assuré à partir du {formats.day(object.from_date)}</Trans>
            ) : (
              <Trans>assuré depuis le {formats.day(object.from_date)}</Trans>
            )}
          </small>
        )}
      </header>
      <dl>
        {facts.map((field) => {
          const doubt = object.doubts.find((one) => one.field === field.path)
          return (
            <div key={field.path}>
              <dt>{words.label[field.path] ?? field.path}</dt>
              <dd>
                <ObjectValue field={field} value={valueAt(object, field.path)} wilaya={object.wilaya} />
                {doubt && (
                  <small className={classes['issue']}>
                    <TriangleAlert aria-hidden="true" />
                    {doubt.message}
                  </small>
                )}
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}

/** «Objets assurés»: what is insured now, then what no longer is. */
export const ObjectsTab = ({ policy }: { policy: Policy }) => {
  if (policy.objects.length === 0)
    return (
      <Blank icon={<PackageOpen aria-hidden="true" />} title={<Trans>Rien n’est décrit</Trans>}>
        <Trans>Cette police ne dit pas ce qu’elle assure.</Trans>
      </Blank>
    )
  const first = policy.terms.at(-1)?.effective_date ?? policy.effective_date
  return policy.objects.map((object) => <OneObject key={object.id} object={object} first={first} />)
}
