import { Fragment, type ReactNode } from 'react'
import { useLingui } from '@lingui/react/macro'
import classes from './key-values.module.css'

/** Facts, one a line: name, then value; an absent value is said to be absent. */
export const KeyValues = ({ facts }: { facts: ReadonlyArray<{ name: ReactNode; key: string; value: ReactNode }> }) => {
  const { t } = useLingui()
  return (
    <dl className={classes['list']}>
      {facts.map(({ key, name, value }) => (
        <Fragment key={key}>
          <dt>{name}</dt>
          <dd>
            {value === null || value === undefined || value === '' ? (
              <span className={classes['none']} aria-label={t`Non renseigné`}>
                –
              </span>
            ) : (
              value
            )}
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}
