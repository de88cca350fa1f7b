import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { frenchSpaces } from './french-spaces.ts'

const narrow = '\u202f'
const full = '\u00a0'
const cases: readonly (readonly [typed: string, shown: string])[] = [
  ['Import terminé: 12 fiches', `Import terminé${full}: 12 fiches`],
  ['Import terminé : 12 fiches', `Import terminé${full}: 12 fiches`],
  ['Supprimer ?', `Supprimer${narrow}?`],
  ['Bienvenue!', `Bienvenue${narrow}!`],
  ['lu ; fermé', `lu${narrow}; fermé`],
  ['« Oui » et «Non»', `«${full}Oui${full}» et «${full}Non${full}»`],
  ['12 %', `12${full}%`],
  ['à 14:05', 'à 14:05'],
  ['http://exemple.dz/?a', 'http://exemple.dz/?a'],
  ['{0}: en service', `{0}${full}: en service`],
  ['Actions: {title}', `Actions${full}: {title}`],
  ['{n, plural, one {Sûr ?} other {Sûrs: #}}', `{n, plural, one {Sûr${narrow}?} other {Sûrs${full}: #}}`],
  ['<0>Attention</0>: lisez', `<0>Attention</0>${full}: lisez`],
  ['séparateur ;', `séparateur${narrow};`],
  ['', ''],
  [': seul', ': seul'],
]
for (const [typed, shown] of cases) test(`«${typed}» keeps its signs beside their words`, () => equal(frenchSpaces(typed), shown))
test('what is spaced already stays as it is', () => {
  for (const [typed] of cases) equal(frenchSpaces(frenchSpaces(typed)), frenchSpaces(typed))
})
