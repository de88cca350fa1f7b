import sharp from 'sharp'

/** A logo of one colour (`#rrggbb`) on white, as a person would choose it from a folder. */
export const logoOf = async (colour: string): Promise<{ name: string; mimeType: string; buffer: Buffer }> => {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="320"><rect width="320" height="320" fill="#ffffff"/><circle cx="160" cy="160" r="130" fill="${colour}"/></svg>`
  return { name: 'logo.png', mimeType: 'image/png', buffer: await sharp(Buffer.from(drawing)).png().toBuffer() }
}
