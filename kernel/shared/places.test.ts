import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openPlaces } from './places.ts'

const places = openPlaces({
  wilayas: [
    { code: '16', names: ['Alger', 'الجزائر'], folded: 'alger الجزاير algiers' },
    { code: '31', names: ['Oran', 'وهران'], folded: 'oran وهران wahran' },
  ],
  communes: [
    {
      code: '1604',
      wilaya: '16',
      names: ['Mohamed Belouzdad', 'محمد بلوزداد'],
      folded: 'mohamed belouzdad|محمد بلوزداد|belcourt|belouizdad',
    },
    { code: '1622', wilaya: '16', names: ['Hydra', 'حيدرة'], folded: 'hydra|حيدره' },
    { code: '3101', wilaya: '31', names: ['Oran', 'وهران'], folded: 'oran|وهران' },
    { code: '3199', wilaya: '31', names: ['Hydra', 'حيدرة'], folded: 'hydra|حيدره' },
  ],
})

test('a commune is found by any name that people give it, and by no part of one', () => {
  for (const [text, wilaya, commune] of [
    ['Belcourt', null, '1604'],
    ['BELOUIZDAD', '16', '1604'],
    ['Mohamed Belouzdad', null, '1604'],
    ['محمد بلوزداد', '16', '1604'],
    ['Mohamed', '16', null],
    ['Belcourt', '31', null],
    ['Hydra', '16', '1622'],
    ['Hydra', null, null],
    ['commune de Hydra', '31', '3199'],
    ['1604', null, '1604'],
  ] as const)
    assert.equal(places.commune(text, wilaya)?.commune ?? null, commune, `${text} ${wilaya}`)
})

test('a wilaya is found by code, by name, and by the part of one that no other bears', () => {
  for (const [text, code] of [
    ['16', '16'],
    ['16 - Alger', '16'],
    ['wilaya d’Alger', '16'],
    ['Wahran', '31'],
    ['Paris', null],
    ['99', null],
  ] as const)
    assert.equal(places.wilaya(text), code, text)
})
