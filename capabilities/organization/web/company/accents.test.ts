import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Brand } from '../../contract.ts'
import { offeredAccents, presentAccent } from './accents.ts'

const scheme = (accent: string) => ({ accent, on_accent: '#ffffff', soft: '#eeeeee' })
const brand = (source: Brand['source'], accent: string, palette: string[] = []): Brand => ({
  source,
  palette,
  light: scheme(accent),
  dark: scheme(accent),
})

test('a colour of the logo is not offered twice', () => {
  const { ofLogo, others } = offeredAccents(brand('logo', '#047857', ['#047857']))
  assert.deepEqual(ofLogo, ['#047857'])
  assert.ok(!others.includes('#047857'))
})

const cases: ReadonlyArray<[what: string, brand: Brand, offered: string[], present: string | null]> = [
  ['the strongest of the logo', brand('logo', '#0a6b4e', ['#12b886', '#ff0000']), ['#12b886', '#ff0000'], '#12b886'],
  ['the chosen one, darkened until it can be read', brand('chosen', '#007a55', ['#12b886']), ['#ff0000', '#12b886'], '#12b886'],
  ['none of them when another was written', brand('chosen', '#7c3aed'), ['#12b886', '#ff0000'], null],
  ['a grey is only near a grey', brand('chosen', '#555555'), ['#ff0000', '#888888'], '#888888'],
]
for (const [what, of, offered, present] of cases)
  test(`the accent in use: ${what}`, () => {
    assert.equal(presentAccent(of, offered), present)
  })
