import type { Brand } from '../../contract.ts'

/** What is offered beside the colours of the logo. */
const usual = ['#1d4ed8', '#0e7490', '#047857', '#b45309', '#b91c1c', '#7c3aed']

/** The accents to choose from: the logo's, then the usual ones; each once. */
export const offeredAccents = (brand: Brand): { readonly ofLogo: readonly string[]; readonly others: readonly string[] } => ({
  ofLogo: brand.palette,
  others: usual.filter((colour) => !brand.palette.includes(colour)),
})

const channels = (hex: string): readonly [number, number, number] => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
]

/** Hue in degrees, or null for a grey. */
const hueOf = (hex: string): number | null => {
  const [r, g, b] = channels(hex)
  const most = Math.max(r, g, b)
  const spread = most - Math.min(r, g, b)
  if (spread < 12) return null
  const sixth = most === r ? ((g - b) / spread + 6) % 6 : most === g ? (b - r) / spread + 2 : (r - g) / spread + 4
  return sixth * 60
}

const nearHue = 10

/**
 * The offered colour that the present scheme was made of, or null when it is another. The scheme keeps a colour's hue and shifts its
 * lightness until it can be read, so the hue tells.
 */
export const presentAccent = (brand: Brand, offered: readonly string[]): string | null => {
  if (brand.source === 'logo') return brand.palette[0] ?? null
  const hue = hueOf(brand.light.accent)
  const distance = (colour: string): number => {
    const other = hueOf(colour)
    if (hue === null || other === null) return hue === other ? 0 : 360
    const apart = Math.abs(hue - other)
    return Math.min(apart, 360 - apart)
  }
  const [nearest] = [...offered].sort((a, b) => distance(a) - distance(b))
  return nearest !== undefined && distance(nearest) <= nearHue ? nearest : null
}
