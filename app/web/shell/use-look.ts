import { useEffect } from 'react'
import { currentLanguage, useLanguage } from '#kernel/web/i18n.tsx'
import type { SignedIn } from '#kernel/web/session.tsx'
import { chooseDensity, chooseTheme } from '#kernel/web/theme/appearance.ts'
import { applyBrand } from '#kernel/web/theme/brand.ts'

/** Puts the page in the person's language, theme and density, and in the company's colours, now and whenever they change. */
export const useLook = ({ preferences, organization }: SignedIn): void => {
  const { choose } = useLanguage()
  const { language, theme, density } = preferences
  const { brand, name, logo_url: logoUrl } = organization
  useEffect(() => {
    if (language !== currentLanguage()) void choose(language)
  }, [language, choose])
  useEffect(() => chooseTheme(theme), [theme])
  useEffect(() => chooseDensity(density), [density])
  useEffect(() => applyBrand(brand, { name, logoUrl }), [brand, name, logoUrl])
}
