import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { ChevronRight } from 'lucide-react'
import { useFormats } from '#kernel/web/formats.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import type { PremiumBreakdown, PremiumLine } from '../premium-shapes.ts'
import { usePremiumWords } from './use-premium-words.ts'
import { useProductWords } from './use-product-words.ts'
import classes from './premium-view.module.css'

const Steps = ({ line }: { line: PremiumLine }) => {
  const { amount } = useFormats()
  const { step: say } = usePremiumWords()
  return line.parts.map((part, at) => (
    <ol key={at} className={classes['steps']}>
      {line.parts.length > 1 && (
        <li className={classes['object']}>
          <span>
            <Trans>Objet {at + 1}</Trans>
          </span>
          <bdi>{amount(part.premium_centimes)}</bdi>
        </li>
      )}
      {part.steps.map((step, number) => (
        <li key={number}>
          <span>{say(step)}</span>
          <bdi>{amount(step.result_centimes)}</bdi>
        </li>
      ))}
    </ol>
  ))
}

const Line = ({ line, open, onToggle }: { line: PremiumLine; open: boolean; onToggle: () => void }) => {
  const { amount } = useFormats()
  const { nameOf } = useProductWords()
  return (
    <>
      <tr>
        <th scope="row">
          <button type="button" aria-expanded={open} onClick={onToggle}>
            <ChevronRight aria-hidden="true" />
            <span>
              <bdi>{nameOf(line)}</bdi>
              {line.limit_centimes !== null && (
                <small>
                  <Trans>Capital {amount(line.limit_centimes, { decimals: 'needed' })}</Trans>
                </small>
              )}
            </span>
          </button>
        </th>
        <td>
          <bdi>{amount(line.premium_centimes)}</bdi>
        </td>
      </tr>
      {open && (
        <tr className={classes['why']}>
          <td colSpan={2}>
            <Steps line={line} />
          </td>
        </tr>
      )}
    </>
  )
}

/** «Décompte de prime»: guarantees, net premium, fee, taxes and total; each line says on demand how it was found. */
export const PremiumView = ({ breakdown }: { breakdown: PremiumBreakdown }) => {
  const { t } = useLingui()
  const { amount } = useFormats()
  const { taxName, taxBasis } = usePremiumWords()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const { lines, taxes } = breakdown
  const all = open.size >= lines.length
  const toggle = (code: string) =>
    setOpen((before) => {
      const next = new Set(before)
      if (!next.delete(code)) next.add(code)
      return next
    })
  return (
    <div className={classes['premium']}>
      <table aria-label={t`Décompte de prime`}>
        <tbody>
          {lines.map((line) => (
            <Line key={line.code} line={line} open={open.has(line.code)} onToggle={() => toggle(line.code)} />
          ))}
        </tbody>
        <tbody>
          <tr className={classes['sum']}>
            <th scope="row">
              <Trans>Prime nette</Trans>
            </th>
            <td>
              <bdi>{amount(breakdown.net_premium_centimes)}</bdi>
            </td>
          </tr>
          {taxes.map((tax, at) => {
            const basis = taxBasis(tax)
            return (
              <tr key={at} className={classes['tax']}>
                <th scope="row">
                  {taxName[tax.code]}
                  {basis !== null && <small>{basis}</small>}
                </th>
                <td>
                  <bdi>{amount(tax.amount_centimes)}</bdi>
                </td>
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              <Trans>Prime totale</Trans>
            </th>
            <td>
              <bdi>{amount(breakdown.total_centimes)}</bdi>
            </td>
          </tr>
        </tfoot>
      </table>
      <Button kind="link" onClick={() => setOpen(all ? new Set() : new Set(lines.map(({ code }) => code)))}>
        {all ? <Trans>Masquer le calcul</Trans> : <Trans>Comment c’est calculé</Trans>}
      </Button>
    </div>
  )
}
