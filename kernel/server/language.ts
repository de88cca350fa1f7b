import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { setupI18n, type I18n, type Messages } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { frenchSpaces } from '#kernel/shared/french-spaces.ts'
import type { Sentence } from '#kernel/shared/problem.ts'
import type { Language } from './context.ts'

const localesFolder = fileURLToPath(new URL('../../locales', import.meta.url))

/** The texts of a `.po` file, id → text; only what gettext writes for this project: one-line or continued strings. */
export const readCatalogue = (po: string): Record<string, string> => {
  const texts: Record<string, string> = {}
  let field: 'msgid' | 'msgstr' | null = null
  let msgid = ''
  let msgstr = ''
  const keep = () => {
    if (msgid !== '' && msgstr !== '') texts[msgid] = msgstr
    msgid = ''
    msgstr = ''
  }
  for (const line of po.split('\n')) {
    const start = /^(msgid|msgstr) (".*")$/.exec(line)
    if (start?.[1] === 'msgid') {
      keep()
      field = 'msgid'
      msgid = JSON.parse(start[2] ?? '""') as string
    } else if (start?.[1] === 'msgstr') {
      field = 'msgstr'
      msgstr = JSON.parse(start[2] ?? '""') as string
    } else if (line.startsWith('"') && field !== null) {
      const more = JSON.parse(line) as string
      if (field === 'msgid') msgid += more
      else msgstr += more
    } else field = null
  }
  keep()
  return texts
}

const speakers = new Map<Language, I18n>()

const speaker = (language: Language): I18n => {
  const known = speakers.get(language)
  if (known) return known
  const file = `${localesFolder}/${language}.po`
  const texts = existsSync(file) ? readCatalogue(readFileSync(file, 'utf8')) : {}
  const messages: Messages =
    language === 'fr' ? Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, frenchSpaces(text)])) : texts
  const i18n = setupI18n({ locale: language, messages: { [language]: messages } })
  i18n.setMessagesCompiler(compileMessage)
  speakers.set(language, i18n)
  return i18n
}

/** A sentence in a language; in French, the source language, where no translation is at hand. */
export const say = (language: Language, sentence: Sentence): string =>
  speaker(language)._(sentence.id, sentence.values ?? {}, { message: sentence.message })

/** The first supported language of an `Accept-Language` header, French otherwise. */
export const languageOf = (header: string | undefined): Language => {
  for (const part of (header ?? '').split(',')) {
    const code = part.trim().slice(0, 2).toLowerCase()
    if (code === 'fr' || code === 'ar' || code === 'en') return code
  }
  return 'fr'
}
