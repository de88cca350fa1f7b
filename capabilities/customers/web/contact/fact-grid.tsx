import type { ReactNode } from 'react'
import { useLingui } from '@lingui/react/macro'
import { TriangleAlert } from 'lucide-react'
import type { Contact } from '../../contract.ts'
import classes from './contact.module.css'

export interface Fact {
  readonly key: string
  readonly name: ReactNode
  readonly value: ReactNode
  /** Left out when it has no value. */
  readonly rare?: boolean
  /** Takes the whole line. */
  readonly wide?: boolean
}

const absent = (value: ReactNode): boolean => value === null || value === undefined || value === '' || value === false

/** A named group of facts in two columns; a doubtful one says why. Nothing is shown where nothing is known. */
export const FactGrid = ({ title, facts, issues }: { title: ReactNode; facts: readonly Fact[]; issues: Contact['issues'] }) => {
  const { t } = useLingui()
  const shown = facts.filter(({ value, rare }) => !rare || !absent(value))
  if (shown.length === 0) return null
  return (
    <section className={classes['group']}>
      <h2>{title}</h2>
      <dl>
        {shown.map(({ key, name, value, wide }) => {
          const issue = issues.find(({ field }) => field === key)
          return (
            <div key={key} data-wide={wide ? '' : undefined}>
              <dt>{name}</dt>
              <dd>
                {absent(value) ? (
                  <span className={classes['none']} title={t`Non renseigné`}>
                    –
                  </span>
                ) : (
                  value
                )}
                {issue && (
                  <small className={classes['issue']}>
                    <TriangleAlert aria-hidden="true" />
                    {issue.message}
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
