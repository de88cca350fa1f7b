import { useFormats } from '#kernel/web/formats.ts'
import { joined } from '#kernel/web/ui/joined.ts'
import classes from './receivables.module.css'

/** An amount that keeps its direction in every script; `strong` for what counts most. */
export const Amount = ({ centimes, strong = false }: { centimes: number; strong?: boolean }) => {
  const { amount } = useFormats()
  return <bdi className={joined(classes['amount'], strong && classes['strong'])}>{amount(centimes)}</bdi>
}
