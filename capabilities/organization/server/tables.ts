import type { Generated } from 'kysely'
import type { Json } from '#kernel/server/tables.ts'
import type { agencyTypes } from '../contract.ts'

interface Versioned {
  version: Generated<number>
  created_at: string
  updated_at: string
}

export interface OrganizationTable extends Versioned {
  organization_id: string
  id: string
  name: string
  address: string | null
  wilaya: string | null
  commune: string | null
  postcode: string | null
  mobile: string | null
  phone: string | null
  email: string | null
  website: string | null
  employees: number | null
  rc: string | null
  nif: string | null
  time_zone: Generated<string>
  language: 'fr' | 'ar' | 'en'
  logo_file: string | null
  brand: Json
  sheet_completed_at: string | null
  is_demo: Generated<boolean>
}

export interface RegionTable extends Versioned {
  organization_id: string
  id: string
  code: string
  name: string
}

export interface AgencyTable extends Versioned {
  organization_id: string
  id: string
  number: string
  name: string
  type: (typeof agencyTypes)[number]
  region_id: string | null
  wilaya: string
  commune: string | null
  address: string | null
  phone: string | null
  email: string | null
  active: Generated<boolean>
  external_id: string | null
  source: string | null
}

/** A dated value of a parameter of law or market, of this organization alone. */
export interface ParameterValueTable {
  organization_id: string
  id: string
  code: string
  effective_from: string
  value: Json
  legal_basis: string | null
  note: string | null
  created_by: string | null
  created_by_name: string
  created_at: string
}

declare module '#kernel/server/tables.ts' {
  interface Tables {
    organization: OrganizationTable
    region: RegionTable
    parameter_value: ParameterValueTable
    agency: AgencyTable
    /** Published: an agency by number and name. */
    agency_card: Pick<AgencyTable, 'organization_id' | 'id' | 'number' | 'name' | 'region_id' | 'wilaya' | 'active'>
    wilaya: {
      code: string
      name_fr: string
      name_ar: string
      zone: 'N' | 'S'
      parent: string | null
      in_force_from: string | null
      weight: number
      folded: string
    }
    commune: { code: string; wilaya: string; name_fr: string; name_ar: string; postcode: string | null; folded: string }
    bank: { code: string; name: string }
    public_holiday: { day: string; code: string; name_fr: string; name_ar: string; provisional: boolean }
  }
}
