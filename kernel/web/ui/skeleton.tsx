import { useLingui } from '@lingui/react/macro'
import classes from './skeleton.module.css'

/** A grey bar in the place of what is coming; `width` in any CSS length, `height` in pixels. */
export const Bone = ({ width = '100%', height = 12 }: { width?: string | number; height?: number }) => (
  <span aria-hidden="true" className={classes['bone']} style={{ width, height }} />
)

const widths = ['34%', '22%', '28%', '18%']

/** Rows in the place of a table or a list that is coming. */
export const SkeletonRows = ({ rows = 8 }: { rows?: number }) => {
  const { t } = useLingui()
  return (
    <output className={classes['rows']} aria-label={t`Chargement`}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={classes['row']}>
          <Bone width={widths[row % 4] ?? '30%'} />
          <Bone width={widths[(row + 2) % 4] ?? '20%'} />
          <Bone width={widths[(row + 1) % 4] ?? '20%'} />
        </div>
      ))}
    </output>
  )
}
