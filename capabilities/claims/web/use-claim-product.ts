import { useCallback } from 'react'
import { useLanguage } from '#kernel/web/i18n.tsx'

/** The name of a product or guarantee in the reader's language, where it has one in it. */
export const useClaimProduct = () => {
  const { language } = useLanguage()
  const inLanguage = useCallback((name: string, arabic: string | null): string => (language === 'ar' ? (arabic ?? name) : name), [language])
  const productOf = useCallback(
    (of: { readonly product_name: string; readonly product_name_ar: string | null }): string =>
      inLanguage(of.product_name, of.product_name_ar),
    [inLanguage],
  )
  return { inLanguage, productOf }
}
