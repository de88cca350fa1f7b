import { createContext, use, useMemo, useState, type ReactNode } from 'react'
import { i18n, type Messages } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { directionOf, intlLocales, languages, type Language } from '#kernel/shared/language.ts'

/** Each language in its own words, as a person looks for it. */
export const languageNames: Readonly<Record<Language, string>> = { fr: 'Français', ar: 'العربية', en: 'English' }

/** Texts before signing in (`public`), and the others (`work`), which the shell asks for. */
export type TextGroup = 'public' | 'work'

const catalogues: Record<TextGroup, Record<Language, () => Promise<{ messages: Messages }>>> = {
  public: {
    fr: () => import('virtual:texts/public/fr'),
    ar: () => import('virtual:texts/public/ar'),
    en: () => import('virtual:texts/public/en'),
  },
  work: {
    fr: () => import('virtual:texts/work/fr'),
    ar: () => import('virtual:texts/work/ar'),
    en: () => import('virtual:texts/work/en'),
  },
}

const wanted = new Set<TextGroup>(['public'])
const loaded = new Map<string, Promise<void>>()

const load = (group: TextGroup, language: Language): Promise<void> => {
  const key = `${group}/${language}`
  const known = loaded.get(key)
  if (known) return known
  const coming = catalogues[group][language]().then(
    ({ messages }) => i18n.load(language, messages),
    (error: unknown) => {
      loaded.delete(key)
      throw error
    },
  )
  loaded.set(key, coming)
  return coming
}

const asLanguage = (code: string): Language => languages.find((language) => language === code) ?? 'fr'

/** The language that the page is in, as `<html lang>` says (the server and before-paint.js set it). */
export const currentLanguage = (): Language => asLanguage(document.documentElement.lang)

/** Numbers within sentences are written as those beside them. */
const activate = (language: Language): void => i18n.activate(language, intlLocales[language])

/** Makes a group of texts available in the current language, and in those chosen later. */
export const needTexts = async (group: TextGroup): Promise<void> => {
  wanted.add(group)
  await load(group, currentLanguage())
  activate(currentLanguage())
}

const year = 31_536_000
/** Keeps a choice of this browser in a cookie that the server reads too: `assura_language`, `assura_theme`. */
export const rememberChoice = (name: string, value: string): void => {
  document.cookie = `${name}=${value}; Path=/; Max-Age=${year}; SameSite=Lax${location.protocol === 'https:' ? '; Secure' : ''}`
}
/** Puts the page in a language: texts, direction, `lang`, and the cookie that the server reads for the next page. */
export const activateLanguage = async (language: Language): Promise<void> => {
  await Promise.all([...wanted].map((group) => load(group, language)))
  document.documentElement.lang = language
  document.documentElement.dir = directionOf(language)
  rememberChoice('assura_language', language)
  activate(language)
}

interface LanguageChoice {
  readonly language: Language
  readonly direction: 'ltr' | 'rtl'
  readonly choose: (language: Language) => Promise<void>
}
const LanguageContext = createContext<LanguageChoice | null>(null)

/** Gives the texts to the tree; wraps everything. The first language must be loaded before it is shown. */
export const LanguageProvider = ({ children }: { children: ReactNode }) => {
  const [language, setLanguage] = useState(currentLanguage)
  const choice = useMemo<LanguageChoice>(
    () => ({
      language,
      direction: directionOf(language),
      choose: async (next) => {
        await activateLanguage(next)
        setLanguage(next)
      },
    }),
    [language],
  )
  return (
    <LanguageContext value={choice}>
      <I18nProvider i18n={i18n}>{children}</I18nProvider>
    </LanguageContext>
  )
}

/** The language of the page, its direction, and how to change it. */
export const useLanguage = (): LanguageChoice => {
  const choice = use(LanguageContext)
  if (!choice) throw new Error('LanguageProvider is missing')
  return choice
}
