import { z } from 'zod'
import { day, id } from '#kernel/shared/paging.ts'
import { naturalEvents, natures } from './natures.ts'

export const claimChannels = ['agency', 'phone', 'email', 'post', 'website', 'app', 'whatsapp', 'partner', 'other'] as const
/** Agreements between insurers by which the insured's own company pays first. */
export const conventions = ['ida', 'arcm', 'none'] as const
export const partyRoles = ['third_party', 'witness', 'victim'] as const
export const recoveryStates = ['claimed', 'accepted', 'disputed', 'refused', 'received'] as const
export const movementKinds = ['opening', 'revaluation', 'payment', 'fees', 'recovery', 'salvage', 'closing'] as const
export const settlementModes = ['cheque', 'postal_cheque', 'transfer', 'postal_transfer', 'repairer', 'compensation'] as const

/** The insurers of the market that may stand opposite, then those without one («compagnies adverses»). */
export const adverseCompanies = [
  'SAA',
  'CAAR',
  'CAAT',
  'CASH',
  'CNMA',
  'MAATEC',
  'CIAR',
  '2A',
  'GAM',
  'Trust Algeria',
  'Alliance Assurances',
  'Salama',
  'AXA Assurances Algérie Dommage',
] as const
/** The party opposite has no insurer here: uninsured, or foreign with an orange card. */
export const adverseOthers = ['uninsured', 'foreign'] as const

export const text = (max: number) => z.string().trim().max(max).nullable()
/** An hour of the day, `HH:MM`. */
export const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const wilaya = z
  .string()
  .regex(/^\d{2}$/)
  .nullable()

/** Facts that belong to some natures only; kept together, all optional. */
export const claimDetails = z
  .object({
    event: z.enum(naturalEvents).nullable(),
    /** The day on which the Journal Officiel named the catastrophe. */
    catnat_published_on: day.nullable(),
    driver: z
      .object({
        name: text(160),
        licence_number: text(16),
        licence_category: text(4),
        licence_date: day.nullable(),
        relation: text(60),
      })
      .partial()
      .nullable(),
    authority: z
      .object({
        kind: z.enum(['police', 'gendarmerie', 'civil_protection']).nullable(),
        unit: text(160),
        report_number: text(60),
        report_on: day.nullable(),
      })
      .partial()
      .nullable(),
    theft: z
      .object({ complaint_on: day.nullable(), serial_number: text(60), found_on: day.nullable() })
      .partial()
      .nullable(),
    /** The creditor to whom the vehicle is pledged. */
    pledge_creditor: text(160),
    heavy: z
      .object({ load: text(160), trailer_plate: text(30), second_insurer: text(120) })
      .partial()
      .nullable(),
    other_damage: text(2000),
    deaths: z.int().min(0).max(1000).nullable(),
  })
  .partial()
  .meta({ id: 'ClaimDetails' })
export type ClaimDetails = z.output<typeof claimDetails>

/** What is written of a claim and may be corrected later. */
export const claimFields = {
  object_id: id.nullable(),
  nature: z.enum(natures),
  cause: text(200),
  circumstances: text(8000),
  /** Codes of the guarantees that are touched. */
  guarantees: z.array(z.string().trim().min(1).max(30)).max(20),
  occurred_on: day,
  occurred_at_time: hour.nullable(),
  declared_on: day,
  declared_at_time: hour.nullable(),
  channel: z.enum(claimChannels),
  place: text(300),
  wilaya,
  commune: text(10),
  details: claimDetails,
  injured: z.int().min(0).max(1000),
  liability_rate: z.int().min(0).max(100).nullable(),
  convention: z.enum(conventions).nullable(),
} as const

/** A third party, a witness or a victim, as written. */
export const partyFields = {
  role: z.enum(partyRoles),
  name: z.string().trim().min(1).max(160),
  phone: text(60),
  address: text(300),
  vehicle: text(120),
  plate: text(30),
  /** A name of `adverseCompanies`, a word of `adverseOthers`, or any other insurer as text. */
  company: text(120),
  policy_number: text(40),
  policy_from: day.nullable(),
  policy_until: day.nullable(),
  driver_name: text(160),
  damage: text(2000),
} as const

/** A party as it is sent: only role and name must be there. */
export const partyInput = z.object(partyFields).partial().required({ role: true, name: true })
