import { useMemo } from 'react'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'

/** The words of how a file is read. */
export const useReadingWords = () => {
  const { t } = useLingui()
  return useMemo(() => {
    const separators: Readonly<Record<string, string>> = {
      ';': t`point-virgule (;)`,
      ',': t`virgule (,)`,
      '\t': t`tabulation`,
      '|': t`barre verticale (|)`,
    }
    const encodings: Readonly<Record<string, string>> = {
      'utf-8': 'UTF-8',
      'windows-1252': t`Windows, Europe de l’Ouest`,
      'windows-1256': t`Windows, arabe`,
      'utf-16le': 'UTF-16 LE',
      'utf-16be': 'UTF-16 BE',
      macintosh: 'Macintosh',
      cp850: t`DOS, Europe de l’Ouest`,
    }
    const doubts: Readonly<Record<string, string>> = {
      encoding: t`L’encodage n’est pas certain: vérifiez les accents et les lettres arabes dans l’aperçu.`,
      separator: t`Le séparateur n’est pas certain: vérifiez que l’aperçu montre bien une valeur par colonne.`,
      header: t`La ligne des titres n’est pas certaine: vérifiez que l’aperçu commence par la première ligne de données.`,
    }
    return {
      separators,
      encodings,
      doubts,
      separatorFact: (separator: string) => {
        const name = separators[separator] ?? separator
        return t`séparateur: ${name}`
      },
      rows: (number: number) => plural(number, { one: '# ligne', other: '# lignes' }),
      columns: (number: number) => plural(number, { one: '# colonne', other: '# colonnes' }),
    }
  }, [t])
}
