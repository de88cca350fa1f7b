import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Context } from '#kernel/server/context.ts'
import type { Call } from '#kernel/server/door.ts'
import type { Services } from '#kernel/server/services.ts'
import { newId } from '#kernel/shared/ids.ts'
import { refuse } from '#kernel/shared/problem.ts'
import type { Organization } from '../contract.ts'
import { defaultBrand, paletteOf, schemeOf } from './brand.ts'
import { getOrganization } from './get-organization.ts'

const mostBytes = 4 * 1024 * 1024
const formats = new Set(['png', 'jpeg', 'webp', 'svg'])
/** Twice the largest size at which the logo is shown. */
const keptSide = 512

interface Prepared {
  readonly file: string
  readonly palette: string[]
}

const notAnImage = () =>
  refuse(
    'logo.not_an_image',
    /*i18n*/ { id: 'logo.not_an_image', message: 'Ce fichier n’est pas une image lisible. Choisissez un PNG, un JPEG, un WebP ou un SVG.' },
    'file',
  )

/** Reads the image by its content, never by its name, and redraws it: what is kept and served is only pixels of ours. */
export const prepareLogo = async (services: Services, _input: unknown, call: Call): Promise<Prepared> => {
  if (!call.upload || call.upload.bytes === 0)
    throw refuse('logo.missing', /*i18n*/ { id: 'logo.missing', message: 'Choisissez une image.' }, 'file')
  if (call.upload.bytes > mostBytes)
    throw refuse('logo.too_large', /*i18n*/ { id: 'logo.too_large', message: 'Cette image dépasse 4 Mo.' }, 'file')
  const bytes = await readFile(call.upload.path)
  const drawn = await drawLogo(bytes)
  const palette = await paletteOf(drawn)
  const folder = join(services.dataDir, 'brand')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = `${newId()}.png`
  await writeFile(join(folder, file), drawn, { mode: 0o600 })
  return { file, palette }
}

/** The image as a PNG of at most 512 pixels a side, transparent borders cut. */
const drawLogo = async (bytes: Buffer): Promise<Buffer> => {
  try {
    // Loaded with the first logo only: it weighs some ten megabytes.
    const { default: sharp } = await import('sharp')
    const image = sharp(bytes, { limitInputPixels: 40_000_000, density: 288 })
    const { format } = await image.metadata()
    if (format === undefined || !formats.has(format)) throw notAnImage()
    return await image
      .resize(keptSide, keptSide, { fit: 'inside', withoutEnlargement: format !== 'svg' })
      .png()
      .toBuffer()
  } catch {
    throw notAnImage()
  }
}

/** The logo changes and the colour scheme is taken from it, at once, for everybody. */
export const replaceLogo = async (ctx: Context, _input: unknown, prepared: Prepared): Promise<Organization> => {
  const before = await getOrganization(ctx)
  const [strongest] = prepared.palette
  const brand = strongest === undefined ? defaultBrand : schemeOf(strongest, prepared.palette, 'logo')
  await setLogo(ctx, prepared.file, JSON.stringify(brand))
  ctx.audit({
    subject: { kind: 'organization', id: ctx.organizationId, title: before.name },
    before: { logo_url: before.logo_url, brand: before.brand },
    after: { logo_url: `/api/v1/brand/${prepared.file}`, brand },
  })
  return getOrganization(ctx)
}

/** The logo goes; the colours return to the default. */
export const removeLogo = async (ctx: Context): Promise<Organization> => {
  const before = await getOrganization(ctx)
  await setLogo(ctx, null, JSON.stringify(defaultBrand))
  ctx.audit({
    subject: { kind: 'organization', id: ctx.organizationId, title: before.name },
    before: { logo_url: before.logo_url, brand: before.brand },
    after: { logo_url: null, brand: defaultBrand },
  })
  return getOrganization(ctx)
}

const setLogo = async (ctx: Context, file: string | null, brand: string): Promise<void> => {
  await ctx.db
    .updateTable('organization')
    .set((row) => ({ logo_file: file, brand, version: row('version', '+', 1), updated_at: ctx.now }))
    .where('organization_id', '=', ctx.organizationId)
    .execute()
  ctx.emit({ name: 'organization.updated', everyone: true })
}
