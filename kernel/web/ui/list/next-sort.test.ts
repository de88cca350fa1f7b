import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextSort } from './next-sort.ts'

test('presses on a head sort up, down, and then as the list does by itself', () => {
  assert.equal(nextSort('-created_at', 'name', '-created_at'), 'name')
  assert.equal(nextSort('name', 'name', '-created_at'), '-name')
  assert.equal(nextSort('-name', 'name', '-created_at'), '-created_at')
})

test('the column by which a list is sorted by itself turns to and fro', () => {
  assert.equal(nextSort('-created_at', 'created_at', '-created_at'), 'created_at')
  assert.equal(nextSort('created_at', 'created_at', '-created_at'), '-created_at')
})
