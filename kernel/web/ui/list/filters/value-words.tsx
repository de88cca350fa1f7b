import { useQueries } from '@tanstack/react-query'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { isDay } from '#kernel/shared/days.ts'
import { useFormats } from '#kernel/web/formats.ts'
import type { Column } from '../definition.ts'
import type { FilterTest } from '../filter-state.ts'
import { agesOf } from './draft.ts'
import { useFilterWords } from './use-filter-words.ts'

const mostNamed = 3

/** The words of a condition's values; those that only the server knows come when it has answered. */
export const useValueWords = (test: FilterTest, column: Column<never>): string => {
  const { t } = useLingui()
  const formats = useFormats()
  const words = useFilterWords()
  const values = (Array.isArray(test.value) ? test.value : [test.value]).map(String)
  const source = column.values
  const names = useQueries({
    queries: (source && 'name' in source ? values.slice(0, mostNamed) : []).map((value) => ({
      queryKey: ['name', column.key, value],
      queryFn: () => (source && 'name' in source ? source.name(value) : null),
      staleTime: 300_000,
    })),
  })
  const named = (value: string, at: number): string => {
    if (source && 'options' in source) return source.options.find((option) => option.value === value)?.label ?? value
    if (source) return names[at]?.data ?? '…'
    if (column.kind === 'money') return formats.amount(Number(value), { decimals: 'needed' })
    if (column.kind === 'integer') return formats.count(Number(value))
    if (column.kind === 'boolean') return value === 'true' ? words.yes : words.no
    if (isDay(value)) return formats.day(value)
    if (column.kind === 'instant' && !Number.isNaN(Date.parse(value))) return formats.instant(value)
    return value
  }
  if (test.operator === 'empty') return ''
  if (test.operator === 'within') {
    const counted = /^(last|next)_(\d+)_days$/.exec(values[0] ?? '')
    const days = Number(counted?.[2] ?? 0)
    const known = words.periods.find(({ value }) => value === values[0])?.label
    if (known !== undefined) return known
    if (counted === null) return values[0] ?? ''
    return counted[1] === 'last'
      ? plural(days, { one: '# dernier jour', other: '# derniers jours' })
      : plural(days, { one: '# prochain jour', other: '# prochains jours' })
  }
  if (test.operator === 'between') {
    if (column.ages) {
      const [least, most] = agesOf(values, formats.today())
      const years = plural(most, { one: '# an', other: '# ans' })
      return t`${least} et ${years}`
    }
    const [from, to] = values.map((value, at) => named(value, at))
    return t`${from ?? ''} et ${to ?? ''}`
  }
  const said = values.slice(0, mostNamed).map((value, at) => named(value, at))
  const more = values.length - said.length
  return said.join(', ') + (more > 0 ? plural(more, { one: ' et # autre', other: ' et # autres' }) : '')
}
