import type { Brand } from '../contract.ts'
import { contrast, hexOf, inkOn, mix, oklchOf, ofOklch, type Oklch } from './colour.ts'

/** Surfaces on which the accent must be readable (design tokens of the web). */
const surfaces = { light: '#ffffff', dark: '#161a21' }
/** WCAG 2.2 AA for text. */
const readable = 4.5

/** A full scheme from one colour: shifted in lightness until it can be read on light and on dark surfaces, its hue kept. */
export const schemeOf = (colour: string, palette: readonly string[], source: Brand['source']): Brand => {
  const base = oklchOf(colour)
  const light = readableOn(base, surfaces.light, -0.01)
  const dark = readableOn({ ...base, l: Math.max(base.l, 0.72) }, surfaces.dark, 0.01)
  return {
    source,
    palette: [...palette],
    light: { accent: light, on_accent: inkOn(light), soft: softOf(light, surfaces.light, 0.1) },
    dark: { accent: dark, on_accent: inkOn(dark), soft: softOf(dark, surfaces.dark, 0.16) },
  }
}

/** Tinted ground for selected rows and chips: as tinted as asked while the accent stays readable on it. */
const softOf = (accent: string, surface: string, share: number): string => {
  for (let part = share; part > 0; part -= 0.01) {
    const soft = mix(accent, surface, part)
    if (contrast(accent, soft) >= readable) return soft
  }
  return surface
}

const readableOn = (colour: Oklch, surface: string, step: number): string => {
  let { l } = colour
  // The tinted ground takes a little contrast away: aim above the limit.
  while (l > 0 && l < 1 && contrast(ofOklch({ ...colour, l }), surface) < readable + 0.7) l += step
  return ofOklch({ ...colour, l: Math.min(1, Math.max(0, l)) })
}

const side = 96
/** Below this chroma a colour is a grey: no company is recognised by it. */
const greyChroma = 0.045

/**
 * The colours of a logo, strongest first (at most six), from its opaque pixels grouped by hue. Greys come last, so that a black logo
 * still gives a scheme: its ink.
 */
export const paletteOf = async (image: Buffer): Promise<string[]> => {
  const { default: sharp } = await import('sharp')
  const { data, info } = await sharp(image, { density: 96 })
    .resize(side, side, { fit: 'inside' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const groups = new Map<string, { weight: number; l: number; c: number; x: number; y: number }>()
  for (let at = 0; at < data.length; at += info.channels) {
    const [r = 0, g = 0, b = 0, a = 0] = data.subarray(at, at + 4)
    if (a < 128) continue
    const colour = oklchOf(hexOf(r, g, b))
    const grey = colour.c < greyChroma
    // Near-white is the paper, not the ink.
    if (grey && colour.l > 0.93) continue
    const key = grey ? `grey-${Math.round(colour.l * 3)}` : `hue-${Math.round(colour.h / 20) % 18}-${Math.round(colour.l * 3)}`
    const weight = grey ? 0.15 : 0.4 + colour.c * 4
    const group = groups.get(key) ?? { weight: 0, l: 0, c: 0, x: 0, y: 0 }
    const angle = (colour.h * Math.PI) / 180
    groups.set(key, {
      weight: group.weight + weight,
      l: group.l + colour.l * weight,
      c: group.c + colour.c * weight,
      x: group.x + Math.cos(angle) * weight,
      y: group.y + Math.sin(angle) * weight,
    })
  }
  const all = [...groups.entries()]
  const total = all.reduce((sum, [, group]) => sum + group.weight, 0)
  // A true colour comes before greys as soon as it is more than a speck.
  const rank = ([key, group]: (typeof all)[number]) => (key.startsWith('hue') && group.weight > total * 0.02 ? 1 : 0)
  return all
    .sort((a, b) => rank(b) - rank(a) || b[1].weight - a[1].weight)
    .map(([, group]) => group)
    .slice(0, 6)
    .map((group) =>
      ofOklch({ l: group.l / group.weight, c: group.c / group.weight, h: ((Math.atan2(group.y, group.x) * 180) / Math.PI + 360) % 360 }),
    )
}

/** The scheme of a company that has no logo yet. */
export const defaultBrand: Brand = schemeOf('#1d4ed8', [], 'default')
