import { useLingui } from '@lingui/react/macro'
import type { Document } from '../contract.ts'

const office = 'application/vnd.openxmlformats-officedocument'

/** What people call a type of file. */
export const useTypeWords = (): ((document: Pick<Document, 'media_type' | 'origin'>) => string) => {
  const { t } = useLingui()
  const words: Readonly<Record<string, string>> = {
    'application/pdf': 'PDF',
    'image/jpeg': t`Photo`,
    'image/png': t`Image`,
    'image/webp': t`Image`,
    'image/heic': t`Photo HEIC`,
    [`${office}.wordprocessingml.document`]: 'Word',
    [`${office}.spreadsheetml.sheet`]: 'Excel',
    'text/plain': t`Texte`,
    'text/csv': 'CSV',
  }
  return ({ media_type, origin }) => (origin === 'template' ? t`Courrier` : (words[media_type] ?? media_type))
}
