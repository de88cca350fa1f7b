import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import { useLanguage } from '#kernel/web/i18n.tsx'
import { figureText, type Figure, type FigureFault } from './figures.ts'

/** The words of figures: their units, what is wrong with one, how one is shown. */
export const useFigureWords = () => {
  const { t } = useLingui()
  const { language } = useLanguage()
  return useMemo(() => {
    const units: Partial<Record<Figure['unit'], string>> = { amount: t`DA`, percent: '%', per_mille: '‰' }
    /** What stands after the number. */
    const unitOf = (figure: Figure): string => figure.suffix ?? units[figure.unit] ?? ''
    const faults: Readonly<Record<FigureFault, string>> = {
      missing: t`Indiquez une valeur.`,
      number: t`Écrivez un nombre, avec peu de décimales.`,
    }
    /** A figure as it is read: «300 DA», «19 %», «× 1,587», «Oui». */
    const shown = (figure: Figure, value: unknown): string => {
      if (figure.unit === 'switch') return value === true ? t`Oui` : t`Non`
      if (figure.unit === 'choice')
        return figure.options?.find((option) => option.value === value)?.label ?? figureText(value, 'text', language)
      const text = figureText(value, figure.unit, language)
      if (text === '') return ''
      const unit = unitOf(figure)
      if (unit !== '' && figure.unit !== 'percent' && figure.unit !== 'per_mille') return `${text}\u00a0${unit}`
      const signed = figure.unit === 'factor' ? `×\u00a0${text}` : unit === '' ? text : `${text}\u00a0${unit}`
      // Among Arabic words, a sign that follows its number would go to the other side of it.
      return language === 'ar' ? `\u2066${signed}\u2069` : signed
    }
    return { unitOf, faults, shown }
  }, [t, language])
}
