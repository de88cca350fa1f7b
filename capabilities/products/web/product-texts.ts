import type { Product } from '../contract.ts'
import type { branches, carriers, cashRules, clienteles, objectKinds, renewals, tariffKinds } from '../product-shapes.ts'

/** What a person types of a product. */
export interface ProductTexts {
  code: string
  name: string
  name_ar: string
  branch: (typeof branches)[number]
  category: string
  object_kind: (typeof objectKinds)[number]
  tariff: (typeof tariffKinds)[number]
  compulsory: boolean
  clientele: (typeof clienteles)[number]
  renewal: (typeof renewals)[number]
  /** `12m`, `6m` … usual first. */
  durations: readonly string[]
  carrier: (typeof carriers)[number]
  partner_name: string
  cash_rule: (typeof cashRules)[number]
  description: string
  active: boolean
}

/** The texts of a product, or of a new one; a copy has everything of its model but code and name. */
export const productTextsOf = (of: Product | null, copy = false): ProductTexts => ({
  code: copy ? '' : (of?.code ?? ''),
  name: copy ? '' : (of?.name ?? ''),
  name_ar: copy ? '' : (of?.name_ar ?? ''),
  branch: of?.branch ?? '11',
  category: of?.category ?? '',
  object_kind: of?.object_kind ?? 'vehicle',
  tariff: of?.tariff ?? 'motor',
  compulsory: of?.compulsory ?? false,
  clientele: of?.clientele ?? 'all',
  renewal: of?.renewal ?? 'on_request',
  durations: of?.durations ?? ['12m'],
  carrier: of?.carrier ?? 'own',
  partner_name: of?.partner_name ?? '',
  cash_rule: of?.cash_rule ?? 'allow',
  description: of?.description ?? '',
  active: of?.active ?? true,
})

const orNothing = (text: string): string | null => text.trim() || null

/** What may change of a product, as it is sent. */
export const changesOf = (texts: ProductTexts) => ({
  name: texts.name.trim(),
  name_ar: orNothing(texts.name_ar),
  category: orNothing(texts.category),
  compulsory: texts.compulsory,
  clientele: texts.clientele,
  renewal: texts.renewal,
  durations: [...texts.durations],
  carrier: texts.carrier,
  partner_name: texts.carrier === 'partner' ? orNothing(texts.partner_name) : null,
  cash_rule: texts.cash_rule,
  description: orNothing(texts.description),
  active: texts.active,
})

/** What a product insures, and how it is priced, go together. */
export const tariffsFor = (object: ProductTexts['object_kind']): readonly ProductTexts['tariff'][] =>
  object === 'vehicle'
    ? ['motor', 'typed']
    : object === 'home'
      ? ['home', 'catnat', 'typed']
      : object === 'building' || object === 'business'
        ? ['typed', 'catnat']
        : ['typed']
