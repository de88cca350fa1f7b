import { deepEqual, equal, ok } from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { inflateSync } from 'node:zlib'
import { test } from 'node:test'
import type { Letter } from '#kernel/server/letters.ts'
import { sampleData, sampleHead, sampleTemplate } from '../testing/sample-letters.ts'
import { drawLetters } from './draw-letters.ts'
import type { LetterToDraw } from './frame.ts'

const letterIn = (language: 'fr' | 'ar', change: Partial<Letter> = {}): LetterToDraw => ({
  letter: { ...sampleTemplate.render(sampleTemplate.data.parse(sampleData(language)), language, sampleHead), ...change },
  language,
  head: sampleHead,
  logo: null,
  number: 'C-2026-000001',
  title: 'Mise en demeure',
})

const drawn = async (letters: readonly LetterToDraw[]): Promise<Buffer> => {
  const to = new PassThrough()
  const bytes = buffer(to)
  await drawLetters(letters, to, { title: 'Courriers', day: '2026-11-23' })
  return bytes
}

const pagesIn = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0

/** The numbers of the letters that each Unicode map of the file knows: what can be copied out of it. */
const copied = (pdf: Buffer): string => {
  const text = pdf.toString('latin1')
  return [...text.matchAll(/stream\r?\n/g)]
    .map((found) => {
      try {
        return inflateSync(pdf.subarray(found.index + found[0].length)).toString('latin1')
      } catch {
        return ''
      }
    })
    .filter((stream) => stream.includes('beginbfrange'))
    .join('\n')
}

test('the same letter gives the same bytes whenever it is drawn', async () => {
  const digests = await Promise.all(
    [drawn([letterIn('fr')]), drawn([letterIn('fr')])].map(async (bytes) =>
      createHash('sha256')
        .update(await bytes)
        .digest('hex'),
    ),
  )
  equal(digests[0], digests[1])
})

test('each letter of a pile begins on a sheet of its own', async () => {
  const alone = [pagesIn(await drawn([letterIn('fr')])), pagesIn(await drawn([letterIn('ar')]))]
  ok(alone.every((pages) => pages >= 1))
  equal(pagesIn(await drawn([letterIn('fr'), letterIn('ar'), letterIn('fr')])), (alone[0] ?? 0) * 2 + (alone[1] ?? 0))
})

test('a letter longer than a page goes on, and a short one has one page', async () => {
  const long = Array.from({ length: 60 }, () => ({
    kind: 'paragraph' as const,
    text: 'Nous revenons vers vous au sujet de votre contrat.',
  }))
  ok(pagesIn(await drawn([letterIn('fr', { blocks: long })])) > 1)
  equal(pagesIn(await drawn([letterIn('fr', { blocks: [{ kind: 'paragraph', text: 'Bonjour.' }] })])), 1)
})

test('a letter that needs little more than a sheet is set closer and stays on one', async () => {
  const lines = (count: number): Letter['blocks'] =>
    Array.from({ length: count }, () => ({ kind: 'paragraph' as const, text: 'Nous revenons vers vous au sujet de votre contrat.' }))
  const sheets = async (count: number) => pagesIn(await drawn([letterIn('fr', { blocks: lines(count) })]))
  const perSheet = await Promise.all([20, 24, 28, 32].map(sheets))
  deepEqual([perSheet[0], perSheet[1], perSheet[3]], [1, 1, 2])
})

test('Arabic letters can be copied out of the file as letters, not as their shapes', async () => {
  const map = copied(await drawn([letterIn('ar')]))
  // Alef, lam and ta as Unicode has them.
  for (const code of ['0627', '0644', '062a']) ok(map.includes(`<${code}>`), code)
})

test('every kind of block is drawn in both languages, empty and overlong ones too', async () => {
  const blocks: Letter['blocks'] = [
    { kind: 'heading', text: 'Titre' },
    { kind: 'paragraph', text: ['', { strong: '' }, 'fin'], soft: true },
    { kind: 'points', items: ['un', ['deux ', { strong: 'fort' }]], numbered: true },
    { kind: 'facts', title: 'Le contrat', rows: [] },
    { kind: 'table', title: 'Détail', columns: [{ label: 'A' }, { label: 'B', align: 'end' }], rows: [] },
    { kind: 'table', columns: [{ label: 'A' }], rows: [['x'.repeat(500)]], totals: [{ label: 'Total', value: '0,00 DA' }] },
    { kind: 'notice', text: 'Attention' },
    { kind: 'signature', function: 'Le directeur', room: false },
    {
      kind: 'coupon',
      title: 'À renvoyer',
      rows: [
        { label: 'Nom', value: 'Saadi' },
        { label: 'Signature', value: null },
      ],
    },
  ]
  for (const language of ['fr', 'ar'] as const)
    deepEqual((await drawn([letterIn(language, { blocks })])).subarray(0, 5).toString(), '%PDF-')
})
