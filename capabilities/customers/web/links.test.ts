import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mailLink, telLink, whatsappLink } from './links.ts'

test('a number is dialled in its international form, whatever its writing', () => {
  assert.equal(telLink('0550 12 34 56'), 'tel:+213550123456')
  assert.equal(telLink('+33612345678'), 'tel:+33612345678')
  assert.equal(telLink('voir avec le fils'), null)
  assert.equal(telLink(null), null)
})

test('a WhatsApp conversation is offered with mobiles alone', () => {
  assert.equal(whatsappLink('+213550123456'), 'https://wa.me/213550123456')
  assert.equal(whatsappLink('021 34 46 46'), null)
})

test('a message is written to an address, never to something else', () => {
  assert.equal(mailLink('amina@example.dz'), 'mailto:amina@example.dz')
  assert.equal(mailLink('néant'), null)
  assert.equal(mailLink('a b@example.dz?bcc=x'), 'mailto:a%20b@example.dz%3Fbcc%3Dx')
})
