/** A colour by perceived lightness (0–1), chroma (0–0.4) and hue (degrees): OKLCH, after Björn Ottosson, «A perceptual color space» (2020). */
export interface Oklch {
  readonly l: number
  readonly c: number
  readonly h: number
}

const channel = (hex: string, at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) / 255
const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
const gamma = (value: number): number => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055)
const rgb = (hex: string): [number, number, number] => [channel(hex, 1), channel(hex, 3), channel(hex, 5)]

/** `#rrggbb` from channels 0–255. */
export const hexOf = (r: number, g: number, b: number): string =>
  `#${[r, g, b]
    .map((value) =>
      Math.round(Math.min(255, Math.max(0, value)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`

export const oklchOf = (hex: string): Oklch => {
  const [r, g, b] = rgb(hex).map(linear) as [number, number, number]
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return { l: lightness, c: Math.hypot(a, bb), h: ((Math.atan2(bb, a) * 180) / Math.PI + 360) % 360 }
}

const toLinear = ({ l, c, h }: Oklch): [number, number, number] => {
  const a = c * Math.cos((h * Math.PI) / 180)
  const b = c * Math.sin((h * Math.PI) / 180)
  const x = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const y = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const z = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z,
    -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z,
    -0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z,
  ]
}

/** The nearest colour that a screen can show: chroma is lowered until it fits. */
export const ofOklch = (colour: Oklch): string => {
  let { c } = colour
  let found = toLinear(colour)
  while (c > 0 && found.some((value) => value < -0.0005 || value > 1.0005)) {
    c -= 0.005
    found = toLinear({ ...colour, c: Math.max(0, c) })
  }
  const [r, g, b] = found.map((value) => gamma(Math.min(1, Math.max(0, value))) * 255) as [number, number, number]
  return hexOf(r, g, b)
}

const luminance = (hex: string): number => {
  const [r, g, b] = rgb(hex).map(linear) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** The contrast ratio of two colours, 1 to 21 (WCAG 2.2). */
export const contrast = (a: string, b: string): number => {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

/** White or near-black, whichever reads better on this ground. */
export const inkOn = (ground: string): string => (contrast('#ffffff', ground) >= contrast('#0b1020', ground) ? '#ffffff' : '#0b1020')

/** `share` of the first colour over the second. */
export const mix = (over: string, under: string, share: number): string => {
  const [a, b] = [rgb(over), rgb(under)]
  return hexOf(...(a.map((value, at) => (value * share + (b[at] ?? 0) * (1 - share)) * 255) as [number, number, number]))
}
