import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkObject } from './check-object.ts'
import { objectInput, type ObjectInput, type ObjectKind } from './fields.ts'
import { keysOf, objectLabel, readObject, type ReadObject } from './insured-objects.ts'
import { MissingForPrice, riskOf, type RiskFrame } from './risk-of.ts'

const object = (kind: ObjectKind, given: Partial<ObjectInput> = {}): ReadObject => {
  const read = readObject(objectInput.parse({ kind, ...given }))
  assert.ok(read)
  return read
}
const codes = (one: ReadObject) => checkObject(one, 2026).map(({ code, severity }) => `${severity === 'error' ? '!' : '?'} ${code}`)

test('a thing is called by what people call it', () => {
  for (const [one, label] of [
    [object('vehicle', { plate: '12345-116-16', details: { make: 'Renault', model: 'Clio 4' } }), 'Renault Clio 4, 12345-116-16'],
    [object('vehicle', { chassis: 'VF1BR0A0H12345678' }), 'Véhicule, VF1BR0A0H12345678'],
    [object('home', { address: '3 rue des Frères Bouadou', details: { rooms: 4 } }), 'Appartement F4, 3 rue des Frères Bouadou'],
    [object('home', { details: { dwelling: 'individual' } }), 'Villa, Hydra'],
    [object('business', { details: { activity: 'Pharmacie' } }), 'Pharmacie, Hydra'],
    [object('boat', { details: { name: 'El Bahia', registration: 'AL 1234' } }), 'El Bahia, AL 1234'],
    [object('trip', { details: { destination: 'Espagne' } }), 'Voyage, Espagne'],
    [object('person', { details: { persons: 12 } }), '12 personnes'],
    [object('goods', { details: { description: 'Blé tendre', from_place: 'Rouen', to_place: 'Alger' } }), 'Blé tendre, Rouen – Alger'],
  ] as const)
    assert.equal(objectLabel(one, 'Hydra'), label)
})

test('details of another form are refused, and what a kind does not know falls away', () => {
  assert.equal(readObject(objectInput.parse({ kind: 'vehicle', details: { power: 'six' } })), null)
  const read = object('vehicle', { details: { power: 6, wings: 2 } })
  assert.equal('wings' in read.details, false)
})

test('a vehicle is looked at before it is insured', () => {
  const car = (given: Partial<ObjectInput>, details: Record<string, unknown> = {}) =>
    codes(object('vehicle', { plate: '12345-116-16', ...given, details }))
  assert.deepEqual(car({}), [])
  assert.deepEqual(car({ plate: '' }), ['! vehicle.unidentified'])
  assert.deepEqual(car({ plate: null, chassis: 'VF1BR0A0H12345678' }), [])
  assert.deepEqual(car({ plate: 'sans' }), ['! plate.form'])
  assert.deepEqual(car({ plate: 'WW 123456' }), ['? plate.free'])
  assert.deepEqual(car({ plate: '12345-130-16' }), ['? plate.year'])
  assert.deepEqual(car({ plate: '12345-998-31' }, { category: '00' }), ['? vehicle.not_two_wheels'])
  assert.deepEqual(car({ plate: '12345-998-31' }, { category: '06' }), [])
  assert.deepEqual(car({}, { category: '02' }), ['? vehicle.other_category'])
  assert.deepEqual(car({ plate: '12345-516-16' }, { category: '36' }), [])
  assert.deepEqual(car({}, { first_year: 2016 }), [])
  assert.deepEqual(car({}, { first_year: 2014 }), ['? vehicle.other_year'])
  assert.deepEqual(car({}, { first_year: 2027 }), ['? vehicle.other_year', '! vehicle.year_to_come'])
  assert.deepEqual(car({ chassis: 'VF1BR0A0H12345678X' }), ['! chassis.too_long'])
  assert.deepEqual(car({ chassis: 'VF1BRIA0H12345678' }), ['? chassis.letters'])
  assert.deepEqual(car({ chassis: 'ABC' }), ['? chassis.short'])
  assert.deepEqual(car({ wilaya: '69' }), [])
  assert.deepEqual(car({ wilaya: '70' }), ['! object.wilaya'])
  assert.deepEqual(car({ wilaya: '00' }), ['! object.wilaya'])
  assert.deepEqual(car({}, { pledged: true }), ['? vehicle.pledgee'])
})

test('a place needs an address or a commune, a journey ends after it begins', () => {
  assert.deepEqual(codes(object('home')), ['! object.unplaced'])
  assert.deepEqual(codes(object('home', { commune: '1601' })), [])
  assert.deepEqual(codes(object('home', { address: 'Hydra', details: { built_in: 2030 } })), ['! object.year_to_come'])
  assert.deepEqual(codes(object('trip', { details: { leaves_on: '2026-05-02', returns_on: '2026-05-01' } })), ['! trip.backwards'])
})

test('the same vehicle and the same dwelling have the same keys, however they are written', () => {
  const plates = ['12345-116-16', '12345 116 16', '1234511616', '12345.116.16'].map(
    (plate) => keysOf(object('vehicle', { plate })).plate_key,
  )
  assert.deepEqual(new Set(plates), new Set(['1234511616']))
  assert.equal(keysOf(object('vehicle', { chassis: 'vf1 br0-a0h.12345678' })).chassis, 'VF1BR0A0H12345678')
  const at = (address: string, unit: string | null = null) =>
    keysOf(object('home', { wilaya: '16', commune: '1601', address, details: { unit } })).place_key
  assert.equal(at('3, Rue des Frères BOUADOU'), at('3 rue des freres bouadou'))
  assert.notEqual(at('3 rue des Frères Bouadou', '12'), at('3 rue des Frères Bouadou', '14'))
  assert.equal(at('Hydra'), null)
  assert.equal(at('Cité des Jasmins, Hydra'), at('cite des jasmins hydra'))
})

test('a thing is priced by what its tariff asks, and what lacks is named', () => {
  const frame = (tariff: string, parties: RiskFrame['parties'] = []): RiskFrame => ({
    tariff,
    day: '2026-11-24',
    zoneOf: (wilaya) => (wilaya === '30' ? 'S' : 'N'),
    parties,
  })
  const lacks = (one: ReadObject, tariff: string) => {
    try {
      riskOf(one, frame(tariff))
      return null
    } catch (error) {
      assert.ok(error instanceof MissingForPrice)
      return error.path
    }
  }
  assert.equal(lacks(object('vehicle'), 'motor'), 'details.power')
  assert.equal(lacks(object('vehicle', { details: { power: 6 } }), 'motor'), 'wilaya')
  assert.equal(lacks(object('home'), 'home'), 'details.rooms')
  assert.equal(lacks(object('building'), 'catnat'), 'details.seismic_zone')
  assert.equal(lacks(object('boat', { value_centimes: 5 }), 'typed'), null)
  const drivers = [
    { role: 'driver', birth_date: '2003-11-25', licence_date: '2025-11-25' },
    { role: 'driver', birth_date: '1970-01-01', licence_date: '1990-01-01' },
    { role: 'insured', birth_date: '2020-01-01', licence_date: null },
  ] as const
  const risk = riskOf(object('vehicle', { wilaya: '30', details: { power: 6 } }), frame('motor', drivers))
  assert.ok(risk.is === 'motor')
  assert.deepEqual([risk.zone, risk.driver_age, risk.licence_years], ['S', 22, 0])
})
