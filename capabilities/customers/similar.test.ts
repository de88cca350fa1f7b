import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { compareContacts, rankSimilar, type Identity } from './similar.ts'

const amina: Identity = {
  last_name: 'BENALI',
  first_name: 'Amina',
  birth_date: '1990-05-14',
  mobile: '+213550123456',
  email: 'amina@exemple.dz',
  nin: '109850123456789012',
}
const names = { last_name: 'Benali', first_name: 'Amina' }
/** `certain: même NIN, …` or `null`. */
const told = (one: Identity, other: Identity): string => {
  const found = compareContacts(one, other)
  return found ? `${found.certainty}: ${found.reasons.map((reason) => reason.id.replace('similar.', '')).join(' ')}` : 'null'
}

const persons: readonly (readonly [sentence: string, one: Identity, other: Identity, expected: string])[] = [
  ['the same in everything', amina, amina, 'certain: same_nin same_name same_birth_date same_phone same_email'],
  ['a NIN typed with spaces', { nin: '10985 0123 4567 89012' }, amina, 'certain: same_nin'],
  [
    'a NIN that belongs to somebody of another name',
    { last_name: 'Saadi', first_name: 'Karim', nin: '109850123456789012' },
    amina,
    'probable: same_nin names_differ',
  ],
  [
    'a NIN given for a sister too',
    { last_name: 'Benali', first_name: 'Nadia', nin: '109850123456789012' },
    amina,
    'probable: same_nin names_differ',
  ],
  ['a NIN that only fills the field', { nin: '111111111111111111' }, { nin: '111111111111111111' }, 'null'],
  ['name and birth date', { ...names, birth_date: '1990-05-14' }, amina, 'probable: same_name same_birth_date'],
  [
    'name, birth date and phone in another format',
    { ...names, birth_date: '1990-05-14', phone: '0550 12 34 56' },
    amina,
    'certain: same_name same_birth_date same_phone',
  ],
  [
    'name and phone of another field and format',
    { ...names, other_phone: '00213 (0)550.12.34.56' },
    amina,
    'probable: same_name same_phone',
  ],
  ['name and e-mail in other case', { ...names, other_email: ' Amina@Exemple.DZ ' }, amina, 'certain: same_name same_email'],
  [
    'name in Arabic letters, and birth date',
    { last_name: 'بن علي', first_name: 'أمينة', birth_date: '1990-05-14' },
    amina,
    'probable: alike_name same_birth_date',
  ],
  [
    'whole name in Arabic beside another script',
    { name_ar: 'بن علي أمينة', birth_date: '1990-05-14' },
    amina,
    'probable: alike_name same_birth_date',
  ],
  ['whole name in Arabic, first name first', { name_ar: 'أمينة بن علي', mobile: '0550123456' }, amina, 'probable: alike_name same_phone'],
  [
    'another transliteration',
    { last_name: 'Ben Ali', first_name: 'Aminah', birth_date: '1990-05-14', mobile: '0550123456' },
    amina,
    'certain: alike_name same_birth_date same_phone',
  ],
  [
    'last and first name exchanged',
    { last_name: 'Amina', first_name: 'Benali', birth_date: '1990-05-14' },
    amina,
    'probable: swapped_names same_birth_date',
  ],
  ['the whole name in one field', { last_name: 'Benali Amina', birth_date: '1990-05-14' }, amina, 'probable: alike_name same_birth_date'],
  [
    'under her maiden name',
    { last_name: 'Saadi', first_name: 'Amina', maiden_name: 'Benali', birth_date: '1990-05-14' },
    amina,
    'probable: maiden_name same_birth_date',
  ],
  [
    'day and month exchanged',
    { ...names, birth_date: '1990-06-07', mobile: '0550123456' },
    { ...amina, birth_date: '1990-07-06' },
    'probable: same_name near_birth_date same_phone',
  ],
  ['a wrong digit in the birth date', { ...names, birth_date: '1990-05-15' }, amina, 'possible: same_name near_birth_date'],
  [
    'a slip of the hand in the name',
    { last_name: 'Benalli', first_name: 'Amina', birth_date: '1990-05-14' },
    amina,
    'probable: alike_name same_birth_date',
  ],
  [
    'an exchanged letter in the name',
    { last_name: 'Mansuori', first_name: 'Amina', birth_date: '1990-05-14', mobile: '0550123456' },
    { ...amina, last_name: 'Mansouri' },
    'probable: near_name same_birth_date same_phone',
  ],
  [
    'half of a double first name',
    { last_name: 'Saadi', first_name: 'Amine', birth_date: '1985-02-03' },
    { last_name: 'Saadi', first_name: 'Mohamed Amine', birth_date: '1985-02-03' },
    'probable: part_of_name same_birth_date',
  ],
  [
    'an abbreviated first name',
    { last_name: 'Saadi', first_name: 'Med Amine', birth_date: '1985-02-03' },
    { last_name: 'Saadi', first_name: 'Mohamed-Amine', birth_date: '1985-02-03' },
    'probable: alike_name same_birth_date',
  ],
  ['a namesake of whom nothing else is known', names, amina, 'possible: same_name'],
  ['a namesake born on another day', { ...names, birth_date: '1971-11-02' }, amina, 'null'],
  [
    'a namesake born on another day with the same phone',
    { ...names, birth_date: '1971-11-02', mobile: '0550123456' },
    amina,
    'possible: same_name birth_dates_differ same_phone',
  ],
  ['a namesake with another NIN', { ...names, nin: '109850123456789013' }, amina, 'null'],
  [
    'a namesake of the same day with another NIN',
    { ...names, birth_date: '1990-05-14', nin: '109850123456789013' },
    amina,
    'possible: same_name same_birth_date nins_differ',
  ],
  [
    'a namesake of a presumed birth date',
    { ...names, birth_date: '1960-01-01' },
    { ...names, birth_date: '1960-01-01' },
    'possible: same_name same_birth_date',
  ],
  [
    'twin brothers',
    { last_name: 'Saadi', first_name: 'Hassan', birth_date: '1985-02-03' },
    { last_name: 'Saadi', first_name: 'Hocine', birth_date: '1985-02-03' },
    'null',
  ],
  [
    'twin brothers in Arabic',
    { last_name: 'سعدي', first_name: 'حسن', birth_date: '1985-02-03' },
    { last_name: 'سعدي', first_name: 'حسين', birth_date: '1985-02-03' },
    'null',
  ],
  [
    'twin brother and sister',
    { last_name: 'Saadi', first_name: 'Amine', birth_date: '1985-02-03' },
    { last_name: 'Saadi', first_name: 'Amina', birth_date: '1985-02-03' },
    'null',
  ],
  [
    'twins with the phone of their mother',
    { last_name: 'Saadi', first_name: 'Karim', birth_date: '2005-02-03', mobile: '0550123456' },
    { last_name: 'Saadi', first_name: 'Nadia', birth_date: '2005-02-03', mobile: '+213550123456' },
    'possible: household same_phone',
  ],
  [
    'father and son with one phone',
    { last_name: 'Saadi', first_name: 'Karim', birth_date: '1990-02-03', mobile: '0550123456' },
    { last_name: 'Saadi', first_name: 'Rachid', birth_date: '1960-08-09', phone: '+213550123456' },
    'possible: household same_phone',
  ],
  [
    'a couple with one e-mail',
    { last_name: 'Saadi', first_name: 'Karim', email: 'famille@exemple.dz' },
    { last_name: 'Benali', first_name: 'Amina', email: 'famille@exemple.dz' },
    'possible: same_email names_differ',
  ],
  ['a phone typed before any name', { mobile: '0550 12 34 56' }, amina, 'possible: same_phone'],
  ['an e-mail typed before any name', { email: 'amina@exemple.dz' }, amina, 'probable: same_email'],
  ['a last name typed alone', { last_name: 'Benali' }, amina, 'null'],
  ['nothing in common', { last_name: 'Saadi', first_name: 'Karim', birth_date: '1960-08-09', mobile: '0661234567' }, amina, 'null'],
  [
    'a foreign phone that is kept as it came',
    { ...names, mobile: '(504) 621-8927' },
    { ...names, mobile: '504-621-8927' },
    'probable: same_name same_phone',
  ],
  [
    'the number of the passport and the name',
    { ...names, document_number: '123 456 789' },
    { ...names, document_number: '123456789' },
    'certain: same_document same_name',
  ],
]

test('persons are the same by identifiers, or by name, birth and contact', async (t) => {
  for (const [sentence, one, other, expected] of persons)
    await t.test(sentence, () => {
      assert.equal(told(one, other), expected)
      assert.equal(told(other, one), expected)
    })
})

test('the likeliest comes first, and what is no likeness is left out', () => {
  const rows = [
    { code: 'namesake', ...names },
    { code: 'stranger', last_name: 'Saadi', first_name: 'Karim' },
    { code: 'household', last_name: 'Benali', first_name: 'Karim', mobile: '+213550123456' },
    { code: 'same', ...amina },
    { code: 'dated', ...names, birth_date: '1990-05-14' },
  ]
  const ranked = rankSimilar(amina, rows)
  assert.deepEqual(
    ranked.map(({ row }) => row.code),
    ['same', 'dated', 'namesake', 'household'],
  )
  for (const { likeness } of ranked) assert.ok(likeness.score >= 1 && likeness.score <= 100)
})

test('whoever is compared with whom, the answer is the same, and more certain means a higher score', () => {
  const identity = fc.record(
    {
      last_name: fc.constantFrom('Benali', 'Ben Ali', 'Saadi', 'بن علي', ''),
      first_name: fc.constantFrom('Amina', 'Amine', 'Hassan', 'Hocine', 'أمينة'),
      birth_date: fc.constantFrom('1990-05-14', '1990-05-15', '1971-01-01', null),
      mobile: fc.constantFrom('0550123456', '+213550123456', '0661234567', null),
      email: fc.constantFrom('a@b.dz', 'A@B.DZ', null),
      nin: fc.constantFrom('109850123456789012', '109850123456789013', null),
      company_name: fc.constantFrom('SARL Benali', 'Benali EURL', 'Saadi Frères', null),
      nif: fc.constantFrom('000016001234567', '00001600123456700031', null),
    },
    { requiredKeys: [] },
  )
  const bands = { possible: [1, 49], probable: [50, 84], certain: [85, 100] } as const
  fc.assert(
    fc.property(identity, identity, (one, other) => {
      const found = compareContacts(one, other)
      assert.deepEqual(found, compareContacts(other, one))
      if (!found) return
      const [low, high] = bands[found.certainty]
      assert.ok(found.score >= low && found.score <= high)
      assert.ok(found.reasons.length > 0)
      assert.equal(new Set(found.reasons.map((reason) => reason.id)).size, found.reasons.length)
    }),
    { numRuns: 3000 },
  )
})
