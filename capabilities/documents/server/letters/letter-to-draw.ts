import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { LetterHead, LetterLanguage, LetterTemplate } from '#kernel/server/letters.ts'
import type { LetterToDraw } from './drawing/frame.ts'

/** The letters of all capabilities, by key and version. */
export type Templates = ReadonlyMap<string, LetterTemplate>

const nameOf = (key: string, version: number): string => `${key} ${version}`

/** Gathers what capabilities write. Throws when two templates bear one name: letters would change under who keeps them. */
export const templatesOf = (templates: readonly LetterTemplate[]): Templates => {
  const byName = new Map<string, LetterTemplate>()
  for (const template of templates) {
    const name = nameOf(template.key, template.version)
    if (byName.has(name)) throw new Error(`two letter templates are called ${name}`)
    byName.set(name, template)
  }
  return byName
}

/** A letter as its row has it, frozen. */
export interface FrozenLetter {
  readonly template: string
  readonly template_version: number
  readonly language: LetterLanguage
  readonly data: unknown
  readonly head: unknown
  readonly number: string
  readonly title: string
}

/** The letter written out, from its frozen data alone. */
export const letterToDraw = (templates: Templates, frozen: FrozenLetter, dataDir: string): LetterToDraw => {
  const template = templates.get(nameOf(frozen.template, frozen.template_version))
  if (!template) throw new Error(`no template is called ${nameOf(frozen.template, frozen.template_version)}`)
  const head = frozen.head as LetterHead
  const logo = head.organization.logo === null ? null : join(dataDir, 'brand', head.organization.logo)
  return {
    letter: template.render(template.data.parse(frozen.data), frozen.language, head),
    language: frozen.language,
    head,
    logo: logo !== null && existsSync(logo) ? logo : null,
    number: frozen.number,
    title: frozen.title,
  }
}
