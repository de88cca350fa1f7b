import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseInvitees } from './parse-invitees.ts'

test('a pasted list of colleagues is read line by line, whatever parts its pieces', () => {
  const cases: ReadonlyArray<readonly [string, string, string | null]> = [
    ['16083 amina@exemple.dz', '16083', null],
    ['amina@exemple.dz;16083;Amina Benali', '16083', 'Amina Benali'],
    ['Amina Benali\tamina@exemple.dz\t16083', '16083', 'Amina Benali'],
    ['16083, Amina Benali, <AMINA@exemple.dz>', '16083', 'Amina Benali'],
    ['١٦٠٨٣ amina@exemple.dz', '16083', null],
    ['1012 amina@exemple.dz', '01012', null],
    ['  amina@exemple.dz  ', '31000', null],
    ['16083 amina@exemple.dz أمينة بن علي', '16083', 'أمينة بن علي'],
  ]
  for (const [line, agency_number, name] of cases)
    assert.deepEqual(parseInvitees(line, '31000'), [{ line: 1, email: 'amina@exemple.dz', agency_number, name, fault: null }], line)
})

test('what cannot be sent is named by its line, and the head of a spreadsheet is no person', () => {
  const read = parseInvitees(
    'Agence;E-mail;Nom\n\n16083;amina@exemple.dz;Amina\n16083;karim.exemple.dz;Karim\n;yacine@exemple.dz\n16083;Amina@Exemple.dz',
  )
  assert.deepEqual(
    read.map(({ line, fault }) => [line, fault]),
    [
      [3, null],
      [4, 'email'],
      [5, 'agency'],
      [6, 'twice'],
    ],
  )
})
