import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import type { ColumnKind } from './column-kind.ts'
import { headerFingerprint, proposeMapping, type TargetField } from './propose-mapping.ts'

const field = (key: string, label: string, kind: TargetField['kind'], synonyms: string[] = [], required = false): TargetField => ({
  key,
  label,
  synonyms,
  kind,
  required,
})
const contact: TargetField[] = [
  field('external_id', 'Identifiant externe', 'code', ['id']),
  field('last_name', 'Nom', 'text', ['nom de famille', 'last name', 'surname', 'اللقب'], true),
  field('first_name', 'Prénom', 'text', ['first name', 'given name', 'الاسم']),
  field('birth_date', 'Date de naissance', 'day', ['né le', 'birthday', 'تاريخ الميلاد']),
  field('email', 'E-mail', 'email', ['courriel', 'adresse mail', 'البريد الإلكتروني']),
  field('mobile', 'Mobile', 'phone', ['portable', 'gsm', 'الجوال']),
  field('phone', 'Téléphone', 'phone', ['fixe', 'phone']),
  field('address', 'Adresse', 'text', ['rue', 'العنوان']),
  field('postcode', 'Code postal', 'code', ['cp', 'zip']),
  field('commune', 'Commune', 'choice', ['ville', 'city', 'البلدية']),
  field('account', 'Compte', 'relation', ['société', 'account']),
  field('owner', 'Propriétaire', 'relation', ['commercial', 'owner']),
  field('registered_on', 'Date d’inscription', 'day', ['created']),
]

const propose = (columns: Record<string, ColumnKind>, object = 'contacts') => {
  const listed = Object.entries(columns).map(([header, kind], index) => ({ index, header, kind }))
  const proposal = proposeMapping(listed, contact, object)
  return { ...proposal, pairs: Object.fromEntries(proposal.matches.map(({ column, field: key }) => [listed[column]?.header ?? '', key])) }
}

test('headers in French, English and Arabic find their fields, whatever their accents, case and order of words', () => {
  const cases: [string, ColumnKind, string][] = [
    ['NOM', 'text', 'last_name'],
    ['Prenom', 'text', 'first_name'],
    ['date_naissance', 'day', 'birth_date'],
    ['DateNaissance', 'day', 'birth_date'],
    ['Naissance (date)', 'day', 'birth_date'],
    ['Né le', 'day', 'birth_date'],
    ['Adresse e-mail', 'email', 'email'],
    ['Courriel', 'email', 'email'],
    ['Tél.', 'phone', 'phone'],
    ['telephonne', 'phone', 'phone'],
    ['GSM', 'phone', 'mobile'],
    ['N° Mobile', 'phone', 'mobile'],
    ['CP', 'code', 'postcode'],
    ['Ville', 'text', 'commune'],
    ['اللقب', 'text', 'last_name'],
    ['الإسم', 'text', 'first_name'],
    ['تاريخ الميلاد', 'day', 'birth_date'],
    ['البريد الالكتروني', 'email', 'email'],
  ]
  for (const [header, kind, key] of cases) assert.deepEqual(propose({ [header]: kind }).pairs, { [header]: key }, header)
})

test('a header that only shares a common word with a field is left alone', () => {
  for (const [header, kind] of [
    ['Date effet', 'day'],
    ['Code agence', 'code'],
    ['Numéro de police', 'code'],
    ['reg_nom', 'text'],
    ['datedeb', 'day'],
    ['Prime nette', 'money'],
  ] as const)
    assert.deepEqual(propose({ [header]: kind }).pairs, {}, header)
})

test('what the cells are decides between headers alike, and speaks for a header that says nothing', () => {
  assert.deepEqual(propose({ 'Contact 1': 'email', 'Contact 2': 'phone' }).pairs, { 'Contact 1': 'email', 'Contact 2': 'mobile' })
  assert.deepEqual(propose({ Mobile: 'email' }).pairs, { Mobile: 'email' })
  assert.deepEqual(propose({ 'E-mail 2': 'email', 'E-mail': 'email' }).pairs, { 'E-mail': 'email' })
})

test('what remains is listed: columns without field, required fields without column', () => {
  const found = propose({ Prénom: 'text', Couleur: 'text' })
  assert.deepEqual([found.unmappedColumns, found.missingRequired, found.preset], [[1], ['last_name'], null])
})

test('the exports of known programs are recognised by their headers', () => {
  const zoho = propose({
    CONTACTID: 'integer',
    'Last Name': 'text',
    'Contact Owner Id': 'integer',
    'Contact Owner': 'text',
    'Account Id': 'integer',
    'Created Time': 'instant',
  })
  assert.equal(zoho.preset, 'zoho')
  assert.deepEqual(zoho.pairs, {
    CONTACTID: 'external_id',
    'Last Name': 'last_name',
    'Contact Owner Id': 'owner',
    'Account Id': 'account',
    'Created Time': 'registered_on',
  })
  const google = propose({
    'Given Name': 'text',
    'Family Name': 'text',
    'Group Membership': 'text',
    'E-mail 1 - Value': 'email',
    'E-mail 2 - Value': 'email',
    'Phone 1 - Value': 'phone',
    'Address 1 - Postal Code': 'code',
  })
  assert.equal(google.preset, 'google')
  assert.deepEqual(google.pairs, {
    'Given Name': 'first_name',
    'Family Name': 'last_name',
    'E-mail 1 - Value': 'email',
    'Phone 1 - Value': 'mobile',
    'Address 1 - Postal Code': 'postcode',
  })
  const salesforce = propose({
    Id: 'text',
    AccountId: 'text',
    LastName: 'text',
    MailingStreet: 'text',
    MailingPostalCode: 'code',
    OwnerId: 'text',
  })
  assert.equal(salesforce.preset, 'salesforce')
  assert.deepEqual(salesforce.pairs, {
    Id: 'external_id',
    AccountId: 'account',
    LastName: 'last_name',
    MailingStreet: 'address',
    MailingPostalCode: 'postcode',
    OwnerId: 'owner',
  })
  const hubspot = propose({
    'Record ID': 'integer',
    'First Name': 'text',
    'Lifecycle Stage': 'text',
    'Street Address': 'text',
    'Create Date': 'instant',
  })
  assert.equal(hubspot.preset, 'hubspot')
  assert.equal(hubspot.pairs['Record ID'], 'external_id')
  const outlook = propose({
    Nom: 'text',
    Prénom: 'text',
    'Adresse de messagerie': 'email',
    'Tél. mobile': 'phone',
    'Rue (bureau)': 'text',
    'Rue (domicile)': 'text',
  })
  assert.equal(outlook.preset, 'outlook')
  assert.deepEqual(outlook.pairs, {
    Nom: 'last_name',
    Prénom: 'first_name',
    'Adresse de messagerie': 'email',
    'Tél. mobile': 'mobile',
    'Rue (domicile)': 'address',
  })
})

test('never two columns for one field, nor two fields for one column, and nothing is forgotten', () => {
  const header = fc.oneof(
    fc.constantFrom(...contact.flatMap(({ label, synonyms }) => [label, ...synonyms]), 'CONTACTID', 'Lead Owner', 'Created Time', ''),
    fc.string({ maxLength: 12 }),
  )
  const kind = fc.constantFrom<ColumnKind>('empty', 'integer', 'text', 'email', 'phone', 'day', 'code', 'boolean')
  fc.assert(
    fc.property(fc.array(fc.tuple(header, kind), { maxLength: 20 }), (columns) => {
      const proposal = proposeMapping(
        columns.map(([name, what], index) => ({ index, header: name, kind: what })),
        contact,
        'contacts',
      )
      assert.equal(new Set(proposal.matches.map((match) => match.field)).size, proposal.matches.length)
      assert.equal(new Set(proposal.matches.map((match) => match.column)).size, proposal.matches.length)
      assert.equal(proposal.matches.length + proposal.unmappedColumns.length, columns.length)
      assert.ok(proposal.matches.every(({ confidence }) => confidence >= 0.3 && confidence <= 1))
    }),
  )
})

test('the same headers have the same fingerprint, whatever their case and accents', () => {
  assert.equal(headerFingerprint(['Prénom', 'E-MAIL']), headerFingerprint(['prenom', 'e mail']))
  assert.notEqual(headerFingerprint(['a', 'b']), headerFingerprint(['b', 'a']))
  assert.notEqual(headerFingerprint(['a b']), headerFingerprint(['a', 'b']))
})

test('a column fills the choice whose values it holds, not the one whose name alone is like its own', () => {
  const choice = (key: string, label: string, values: readonly string[]) => ({
    key,
    label,
    synonyms: [],
    kind: 'choice' as const,
    required: false,
    knows: (text: string) => values.includes(text),
  })
  const fields = [
    choice('status', 'Situation', ['Prospect', 'Client']),
    choice('marital_status', 'Situation familiale', ['Marié', 'Célibataire']),
  ]
  const fieldFor = (samples: readonly string[]) =>
    proposeMapping([{ index: 0, header: 'Situation', kind: 'text', samples }], fields).matches.map(({ field }) => field)
  assert.deepEqual(fieldFor(['Marié', 'Pacsé']), ['marital_status'])
  assert.deepEqual(fieldFor(['Client']), ['status'])
  assert.deepEqual(fieldFor([]), ['status'])
})
