import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dataOf } from './stream.ts'

test('the values of an event stream are read whatever way the network cuts it', () => {
  const text = ': hello\n\nevent: note\ndata: {"a":1}\n\ndata: one\r\ndata: two\r\n\r\nid: 4\ndata:no space\n\n'
  for (const size of [1, 2, 3, 7, 50, text.length]) {
    const take = dataOf()
    const read: string[] = []
    for (let at = 0; at < text.length; at += size) read.push(...take(text.slice(at, at + size)))
    assert.deepEqual(read, ['{"a":1}', 'one\ntwo', 'no space'], `cut by ${size}`)
  }
})
