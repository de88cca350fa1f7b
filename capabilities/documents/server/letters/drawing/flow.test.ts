import { deepEqual, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { paginate, type Item } from './flow.ts'
import { sheet } from './paper.ts'

const item = (height: number, more: Partial<Item> = {}): Item => ({ height, draw: () => undefined, ...more })
const room = sheet.bottom - sheet.next

test('items stand under each other with the space above them, which the top of a page swallows', () => {
  const [page] = paginate([item(10, { before: 50 }), item(10, { before: 5 })], 300)
  deepEqual(
    page?.map(({ y }) => y),
    [300, 315],
  )
})

test('what does not fit begins a page', () => {
  const pages = paginate([item(100), item(100, { before: 9 })], sheet.bottom - 150)
  deepEqual(
    pages.map((page) => page.map(({ y }) => y)),
    [[sheet.bottom - 150], [sheet.next]],
  )
})

test('what is kept together moves on together', () => {
  const pages = paginate([item(60), item(60, { keep: true }), item(60)], sheet.bottom - 130)
  deepEqual(
    pages.map((page) => page.length),
    [1, 2],
  )
})

test('what no page could hold in one piece is parted after all', () => {
  const tall = Array.from({ length: 5 }, () => item(room / 3, { keep: true }))
  ok(paginate(tall, sheet.next).every((page) => page.length <= 3))
})

test('a table that goes on has its head again', () => {
  const head = item(20)
  const rows = Array.from({ length: 40 }, () => item(30, { again: head }))
  const pages = paginate([head, ...rows], sheet.next)
  ok(pages.length > 1)
  ok(pages.every((page) => page[0]?.item === head))
  deepEqual(pages.flatMap((page) => page.filter((placed) => placed.item !== head)).length, 40)
})
