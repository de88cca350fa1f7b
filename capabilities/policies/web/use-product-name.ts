import { useCallback } from 'react'
import { useLanguage } from '#kernel/web/i18n.tsx'

/** The name of a product in the reader's language, where it has one in it. */
export const useProductName = () => {
  const { language } = useLanguage()
  return useCallback(
    (of: { readonly product_name: string; readonly product_name_ar: string | null }): string =>
      language === 'ar' ? (of.product_name_ar ?? of.product_name) : of.product_name,
    [language],
  )
}
