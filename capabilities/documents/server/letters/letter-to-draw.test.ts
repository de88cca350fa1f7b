import { equal, throws } from 'node:assert/strict'
import { test } from 'node:test'
import { letterToDraw, templatesOf } from './letter-to-draw.ts'
import { sampleData, sampleHead, sampleTemplate } from './testing/sample-letters.ts'

const frozen = {
  template: sampleTemplate.key,
  template_version: 1,
  language: 'fr',
  data: sampleData('fr'),
  head: sampleHead,
  number: 'C-2026-000001',
  title: 'Mise en demeure',
} as const

test('a letter is written by the version of its template that it was made with', () => {
  const later = {
    ...sampleTemplate,
    version: 2,
    render: () => ({ ...sampleTemplate.render(sampleTemplate.data.parse(frozen.data), 'fr', sampleHead), object: 'Autre' }),
  }
  const templates = templatesOf([sampleTemplate, later])
  equal(letterToDraw(templates, frozen, '/nowhere').letter.object, 'Mise en demeure de payer la prime d’assurance')
  equal(letterToDraw(templates, { ...frozen, template_version: 2 }, '/nowhere').letter.object, 'Autre')
})

test('a template that is gone, or data that it does not know, is a fault of ours', () => {
  throws(() => letterToDraw(templatesOf([]), frozen, '/nowhere'), /no template is called sample\.reminder 1/)
  throws(() => letterToDraw(templatesOf([sampleTemplate]), { ...frozen, data: {} }, '/nowhere'))
})

test('two templates of one name are refused when the program starts', () => {
  throws(() => templatesOf([sampleTemplate, { ...sampleTemplate }]), /two letter templates are called sample\.reminder 1/)
})
