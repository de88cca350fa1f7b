import { z } from 'zod'
import { operation, type OutputOf } from '#kernel/shared/contract.ts'
import { byId, id, instant, listOf, listQuery } from '#kernel/shared/paging.ts'
import { parameterOperations } from './parameter-operations.ts'

const optionalText = (max: number) => z.string().trim().max(max).nullable()

/** What a colour scheme is made of: accessible pairs for light and dark, `#rrggbb`. */
export const brand = z
  .object({
    source: z.enum(['logo', 'chosen', 'default']),
    /** The colours found in the logo, strongest first; what a person may choose from. */
    palette: z.array(z.string()),
    light: z.object({ accent: z.string(), on_accent: z.string(), soft: z.string() }),
    dark: z.object({ accent: z.string(), on_accent: z.string(), soft: z.string() }),
  })
  .meta({ id: 'Brand' })
export type Brand = z.output<typeof brand>

/** The company sheet («Fiche technique de l'entreprise», G5). */
export const organization = z
  .object({
    id,
    name: z.string(),
    address: z.string().nullable(),
    wilaya: z.string().nullable(),
    commune: z.string().nullable(),
    postcode: z.string().nullable(),
    mobile: z.string().nullable(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    website: z.string().nullable(),
    employees: z.int().nullable(),
    /** Trade register («registre du commerce»). */
    rc: z.string().nullable(),
    /** Tax number. */
    nif: z.string().nullable(),
    time_zone: z.string(),
    language: z.enum(['fr', 'ar', 'en']),
    /** Address of the logo image, or null. Its last part changes with the image. */
    logo_url: z.string().nullable(),
    brand,
    /** When the company sheet was first completed; null sends the administrator to it. */
    sheet_completed_at: instant.nullable(),
    is_demo: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'Organization' })
export type Organization = z.output<typeof organization>

const sheetFields = {
  name: z.string().trim().min(2).max(160),
  address: optionalText(300),
  wilaya: z
    .string()
    .regex(/^\d{2}$/)
    .nullable(),
  commune: z.string().max(10).nullable(),
  postcode: z
    .string()
    .regex(/^\d{5}$/)
    .nullable(),
  mobile: optionalText(40),
  phone: optionalText(40),
  email: z.email().max(254).nullable(),
  website: optionalText(200),
  employees: z.int().min(0).max(1_000_000).nullable(),
  rc: optionalText(40),
  nif: optionalText(40),
  language: z.enum(['fr', 'ar', 'en']),
}

export const agencyTypes = [
  'head_office',
  'direct',
  'main',
  'general_agent',
  'broker',
  'bancassurance',
  'contributor',
  'online',
  'sales_point',
] as const

export const region = z.object({ id, code: z.string(), name: z.string(), agencies: z.int(), version: z.int() }).meta({ id: 'Region' })

export const agency = z
  .object({
    id,
    /** Five digits: wilaya then rank. */
    number: z.string(),
    name: z.string(),
    type: z.enum(agencyTypes),
    region_id: id.nullable(),
    region_name: z.string().nullable(),
    wilaya: z.string(),
    commune: z.string().nullable(),
    address: z.string().nullable(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    active: z.boolean(),
    /** People who belong to it and may sign in. */
    people: z.int(),
    external_id: z.string().nullable(),
    created_at: instant,
    version: z.int(),
  })
  .meta({ id: 'Agency' })
export type Agency = z.output<typeof agency>

const agencyFields = {
  number: z.string().regex(/^\d{5}$/),
  name: z.string().trim().min(2).max(120),
  type: z.enum(agencyTypes),
  region_id: id.nullable(),
  wilaya: z.string().regex(/^\d{2}$/),
  commune: z.string().max(10).nullable(),
  address: optionalText(300),
  phone: optionalText(40),
  email: z.email().max(254).nullable(),
}
/** What may be left out of a new agency. A change has no such defaults: a field left out keeps its value. */
const agencyDefaults = {
  region_id: agencyFields.region_id.default(null),
  commune: agencyFields.commune.default(null),
  address: agencyFields.address.default(null),
  phone: agencyFields.phone.default(null),
  email: agencyFields.email.default(null),
}

export const wilaya = z
  .object({ code: z.string(), name_fr: z.string(), name_ar: z.string(), zone: z.enum(['N', 'S']) })
  .meta({ id: 'Wilaya' })
export const commune = z
  .object({ code: z.string(), wilaya: z.string(), name_fr: z.string(), name_ar: z.string(), postcode: z.string().nullable() })
  .meta({ id: 'Commune' })

export const organizationOperations = {
  getOrganization: operation({
    name: 'organization.get',
    method: 'GET',
    path: '/organization',
    access: 'signed-in',
    summary: 'The company sheet of the caller’s organization.',
    input: z.object({}),
    output: organization,
  }),
  updateOrganization: operation({
    name: 'organization.update',
    method: 'PATCH',
    path: '/organization',
    access: 'setting.edit',
    summary: 'Complete or correct the company sheet.',
    input: z
      .object(sheetFields)
      .partial()
      .extend({
        version: z.int(),
        accent: z
          .string()
          .regex(/^#[0-9a-f]{6}$/)
          .optional(),
      }),
    output: organization,
  }),
  replaceLogo: operation({
    name: 'organization.replace_logo',
    method: 'POST',
    path: '/organization/logo',
    access: 'setting.edit',
    body: 'multipart',
    summary: 'Upload the logo (PNG, JPEG, WebP or SVG, 4 MB at most); the colour scheme is taken from it.',
    input: z.object({}),
    output: organization,
  }),
  removeLogo: operation({
    name: 'organization.remove_logo',
    method: 'DELETE',
    path: '/organization/logo',
    access: 'setting.edit',
    summary: 'Remove the logo and return to the default colours.',
    input: z.object({}),
    output: organization,
  }),
  getLogo: operation({
    name: 'organization.get_logo',
    method: 'GET',
    path: '/brand/:file',
    access: 'public',
    answer: 'file',
    summary: 'A logo image by its file name; never changes under the same name.',
    input: z.object({ file: z.string().regex(/^[0-9a-f-]{36}\.(png|webp)$/) }),
    output: z.unknown(),
  }),
  listRegions: operation({
    name: 'region.list',
    method: 'GET',
    path: '/regions',
    access: 'agency.view',
    summary: 'Regional directorates, by code.',
    input: listQuery,
    output: listOf(region),
  }),
  createRegion: operation({
    name: 'region.create',
    method: 'POST',
    path: '/regions',
    access: 'agency.create',
    status: 201,
    summary: 'Add a regional directorate.',
    input: z.object({ code: z.string().trim().min(1).max(10), name: z.string().trim().min(2).max(120) }),
    output: region,
  }),
  updateRegion: operation({
    name: 'region.update',
    method: 'PATCH',
    path: '/regions/:id',
    access: 'agency.edit',
    summary: 'Rename a regional directorate.',
    input: z.object({ id, name: z.string().trim().min(2).max(120), version: z.int() }),
    output: region,
  }),
  deleteRegion: operation({
    name: 'region.delete',
    method: 'DELETE',
    path: '/regions/:id',
    access: 'agency.delete',
    summary: 'Remove a regional directorate that has no agency left.',
    input: byId,
    output: z.object({}),
  }),
  listAgencies: operation({
    name: 'agency.list',
    method: 'GET',
    path: '/agencies',
    access: 'agency.view',
    summary: 'Agencies, by number.',
    input: listQuery,
    output: listOf(agency),
  }),
  getAgency: operation({
    name: 'agency.get',
    method: 'GET',
    path: '/agencies/:id',
    access: 'agency.view',
    summary: 'One agency.',
    input: byId,
    output: agency,
  }),
  createAgency: operation({
    name: 'agency.create',
    method: 'POST',
    path: '/agencies',
    access: 'agency.create',
    status: 201,
    summary: 'Open an agency.',
    input: z.object({ ...agencyFields, ...agencyDefaults }),
    output: agency,
  }),
  updateAgency: operation({
    name: 'agency.update',
    method: 'PATCH',
    path: '/agencies/:id',
    access: 'agency.edit',
    summary: 'Correct an agency, or move it to another region. Its number never changes once it has customers.',
    input: z.object(agencyFields).partial().extend({ id, version: z.int(), active: z.boolean().optional() }),
    output: agency,
  }),
  listWilayas: operation({
    name: 'reference.wilayas',
    method: 'GET',
    path: '/reference/wilayas',
    access: 'public',
    summary: 'The wilayas in force, by code.',
    input: z.object({}),
    output: z.object({ data: z.array(wilaya) }),
  }),
  listCommunes: operation({
    name: 'reference.communes',
    method: 'GET',
    path: '/reference/communes',
    access: 'signed-in',
    summary: 'The communes of a wilaya.',
    input: z.object({ wilaya: z.string().regex(/^\d{2}$/) }),
    output: z.object({ data: z.array(commune) }),
  }),
  ...parameterOperations,
} as const

export type Region = OutputOf<typeof organizationOperations.createRegion>
export type Wilaya = z.output<typeof wilaya>
export type Commune = z.output<typeof commune>
