import { Plural, Trans } from '@lingui/react/macro'
import { FigureView } from '#kernel/web/forms/figures/figure-view.tsx'
import { useFormats } from '#kernel/web/formats.ts'
import type { GradedStamp, MotorGrid } from '../../parameter-kinds.ts'
import type { ParameterRow } from '../../parameter-shapes.ts'
import { useParameterShape } from './use-parameter-shape.ts'

/** From the least to the most of some amounts; null is no limit. */
const Range = ({ amounts }: { amounts: readonly (number | null)[] }) => {
  const { amount } = useFormats()
  const known = amounts.filter((one) => one !== null)
  const money = (centimes: number) => <bdi>{amount(centimes, { decimals: 'needed' })}</bdi>
  const [least, most] = [Math.min(...known), Math.max(...known)]
  if (known.length < amounts.length) return known.length === 0 ? <Trans>Sans limite</Trans> : <Trans>{money(least)} à sans limite</Trans>
  return least === most ? (
    money(least)
  ) : (
    <Trans>
      {money(least)} à {money(most)}
    </Trans>
  )
}

/** The value of a parameter in a line: the figure itself, or what a table spans. */
export const ValueInLine = ({ row: { code, kind, current } }: { row: ParameterRow }) => {
  const { count } = useFormats()
  const shapeOf = useParameterShape()
  const shape = shapeOf(code)
  const { value } = current
  if (kind === 'day_list') return <bdi dir="ltr">{(value as number[]).map((days) => `J-${count(days)}`).join(' · ')}</bdi>
  if (kind === 'days_by')
    return (
      <bdi dir="ltr">
        {Object.values(value as Record<string, number>)
          .map((days) => `J+${count(days)}`)
          .join(' · ')}
      </bdi>
    )
  if (kind === 'amounts_by') return <Range amounts={Object.values(value as Record<string, number | null>)} />
  if (kind === 'graded_stamp') return <Plural value={(value as unknown as GradedStamp).steps.length} one="# tranche" other="# tranches" />
  if (kind === 'motor_grid') {
    const { N, S } = value as unknown as MotorGrid
    return <Range amounts={[N, S].flatMap((zone) => Object.values(zone).flat())} />
  }
  return <FigureView shape={shape} value={value} />
}
