import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { ColumnKind } from '#kernel/shared/filter.ts'
import type { Comparison } from './comparisons.ts'

/** The words of comparisons and of periods, for chips («Wilaya est Alger») and lists. */
export const useFilterWords = () => {
  const { t } = useLingui()
  return useMemo(() => {
    const comparison = (operator: Comparison, kind: ColumnKind): string => {
      const dated = kind === 'day' || kind === 'instant'
      const words: Record<Comparison, string> = {
        eq: dated ? t`est le` : t`est`,
        ne: t`n’est pas`,
        in: kind === 'tags' ? t`comporte` : t`est`,
        nin: kind === 'tags' ? t`ne comporte pas` : t`n’est pas`,
        all: t`comporte à la fois`,
        gt: dated ? t`est après le` : t`dépasse`,
        gte: dated ? t`est à partir du` : t`est d’au moins`,
        lt: dated ? t`est avant le` : t`est inférieur à`,
        lte: dated ? t`est jusqu’au` : t`est d’au plus`,
        between: t`est entre`,
        contains: t`contient`,
        not_contains: t`ne contient pas`,
        starts: t`commence par`,
        within: t`est dans la période`,
        empty: t`n’est pas renseigné`,
        filled: t`est renseigné`,
        age: t`âge compris entre`,
      }
      return words[operator]
    }
    const periods: ReadonlyArray<{ value: string; label: string }> = [
      { value: 'today', label: t`aujourd’hui` },
      { value: 'yesterday', label: t`hier` },
      { value: 'last_7_days', label: t`7 derniers jours` },
      { value: 'last_30_days', label: t`30 derniers jours` },
      { value: 'last_90_days', label: t`90 derniers jours` },
      { value: 'this_week', label: t`cette semaine` },
      { value: 'last_week', label: t`semaine dernière` },
      { value: 'this_month', label: t`ce mois-ci` },
      { value: 'last_month', label: t`mois dernier` },
      { value: 'this_quarter', label: t`ce trimestre` },
      { value: 'last_quarter', label: t`trimestre dernier` },
      { value: 'this_year', label: t`cette année` },
      { value: 'last_year', label: t`année dernière` },
      { value: 'next_7_days', label: t`7 prochains jours` },
      { value: 'next_30_days', label: t`30 prochains jours` },
      { value: 'next_month', label: t`mois prochain` },
    ]
    return { comparison, periods, yes: t`oui`, no: t`non` }
  }, [t])
}
