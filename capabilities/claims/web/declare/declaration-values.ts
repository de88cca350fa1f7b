import type { InputOf } from '#kernel/shared/contract.ts'
import type { Claim, ClaimDetails, ClaimParty, claimOperations } from '../../contract.ts'

/** A party as it is typed: texts, empty where nothing was. */
export interface PartyDraft {
  readonly role: ClaimParty['role']
  readonly name: string
  readonly phone: string
  readonly address: string
  readonly vehicle: string
  readonly plate: string
  readonly company: string
  readonly policy_number: string
  readonly policy_from: string
  readonly policy_until: string
  readonly driver_name: string
  readonly damage: string
}

/** What the form of a declaration holds: texts, empty where nothing was typed. */
export interface DeclarationValues {
  readonly policy_id: string
  readonly object_id: string
  readonly nature: string
  readonly event: string
  readonly catnat_published_on: string
  readonly occurred_on: string
  readonly occurred_at_time: string
  readonly declared_on: string
  readonly channel: string
  readonly place: string
  readonly wilaya: string | null
  readonly commune: string | null
  readonly cause: string
  readonly circumstances: string
  /** Null until somebody chooses: the program then proposes the one that answers. */
  readonly guarantees: readonly string[] | null
  readonly injured: string
  readonly deaths: string
  readonly driver_name: string
  readonly driver_relation: string
  readonly licence_number: string
  readonly licence_category: string
  readonly licence_date: string
  readonly authority_kind: string
  readonly authority_unit: string
  readonly report_number: string
  readonly report_on: string
  readonly complaint_on: string
  readonly serial_number: string
  readonly found_on: string
  readonly pledge_creditor: string
  readonly heavy_load: string
  readonly trailer_plate: string
  readonly second_insurer: string
  readonly other_damage: string
  readonly parties: readonly PartyDraft[]
}

export const emptyParty = (role: PartyDraft['role']): PartyDraft => ({
  role,
  name: '',
  phone: '',
  address: '',
  vehicle: '',
  plate: '',
  company: '',
  policy_number: '',
  policy_from: '',
  policy_until: '',
  driver_name: '',
  damage: '',
})

/** A declaration about to be typed, today. */
export const emptyDeclaration = (today: string, policyId: string): DeclarationValues => ({
  policy_id: policyId,
  object_id: '',
  nature: '',
  event: '',
  catnat_published_on: '',
  occurred_on: today,
  occurred_at_time: '',
  declared_on: today,
  channel: 'agency',
  place: '',
  wilaya: null,
  commune: null,
  cause: '',
  circumstances: '',
  guarantees: null,
  injured: '',
  deaths: '',
  driver_name: '',
  driver_relation: '',
  licence_number: '',
  licence_category: '',
  licence_date: '',
  authority_kind: '',
  authority_unit: '',
  report_number: '',
  report_on: '',
  complaint_on: '',
  serial_number: '',
  found_on: '',
  pledge_creditor: '',
  heavy_load: '',
  trailer_plate: '',
  second_insurer: '',
  other_damage: '',
  parties: [],
})

/** A party as its form takes it. */
export const draftOfParty = (party: ClaimParty): PartyDraft => {
  const { id: _id, role, name, ...rest } = party
  const texts = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, value ?? '']))
  return { ...emptyParty(role), ...texts, name }
}

/** A declaration as its form takes it, to be corrected. */
export const valuesOfClaim = (claim: Claim): DeclarationValues => {
  const { details } = claim
  return {
    ...emptyDeclaration(claim.occurred_on, claim.policy.id),
    object_id: claim.object_id ?? '',
    nature: claim.nature,
    event: details.event ?? '',
    catnat_published_on: details.catnat_published_on ?? '',
    occurred_on: claim.occurred_on,
    occurred_at_time: claim.occurred_at_time ?? '',
    declared_on: claim.declared_on,
    channel: claim.channel,
    place: claim.place ?? '',
    wilaya: claim.wilaya,
    commune: claim.commune,
    cause: claim.cause ?? '',
    circumstances: claim.circumstances ?? '',
    guarantees: claim.guarantees,
    injured: claim.injured === 0 ? '' : String(claim.injured),
    deaths: details.deaths ? String(details.deaths) : '',
    driver_name: details.driver?.name ?? '',
    driver_relation: details.driver?.relation ?? '',
    licence_number: details.driver?.licence_number ?? '',
    licence_category: details.driver?.licence_category ?? '',
    licence_date: details.driver?.licence_date ?? '',
    authority_kind: details.authority?.kind ?? '',
    authority_unit: details.authority?.unit ?? '',
    report_number: details.authority?.report_number ?? '',
    report_on: details.authority?.report_on ?? '',
    complaint_on: details.theft?.complaint_on ?? '',
    serial_number: details.theft?.serial_number ?? '',
    found_on: details.theft?.found_on ?? '',
    pledge_creditor: details.pledge_creditor ?? '',
    heavy_load: details.heavy?.load ?? '',
    trailer_plate: details.heavy?.trailer_plate ?? '',
    second_insurer: details.heavy?.second_insurer ?? '',
    other_damage: details.other_damage ?? '',
    parties: claim.parties.map(draftOfParty),
  }
}

const given = (text: string): string | null => (text.trim() === '' ? null : text.trim())
const counted = (text: string): number => (text.trim() === '' ? 0 : Number(text))
/** The group when something of it was typed; null otherwise. */
const group = <T extends object>(fields: T): T | null => (Object.values(fields).some((value) => value !== null) ? fields : null)

const detailsOf = (values: DeclarationValues): ClaimDetails => ({
  event: given(values.event) as (ClaimDetails['event'] & string) | null,
  catnat_published_on: given(values.catnat_published_on),
  driver: group({
    name: given(values.driver_name),
    relation: given(values.driver_relation),
    licence_number: given(values.licence_number),
    licence_category: given(values.licence_category),
    licence_date: given(values.licence_date),
  }),
  authority: group({
    kind: given(values.authority_kind) as 'police' | null,
    unit: given(values.authority_unit),
    report_number: given(values.report_number),
    report_on: given(values.report_on),
  }),
  theft: group({
    complaint_on: given(values.complaint_on),
    serial_number: given(values.serial_number),
    found_on: given(values.found_on),
  }),
  pledge_creditor: given(values.pledge_creditor),
  heavy: group({
    load: given(values.heavy_load),
    trailer_plate: given(values.trailer_plate),
    second_insurer: given(values.second_insurer),
  }),
  other_damage: given(values.other_damage),
  deaths: counted(values.deaths) === 0 ? null : counted(values.deaths),
})

type Declared = InputOf<typeof claimOperations.declareClaim>

/** The parties that have a name, as they are sent. */
export const partiesOf = (parties: readonly PartyDraft[]): NonNullable<Declared['parties']> =>
  parties
    .filter((party) => party.name.trim() !== '')
    .map(({ role, name, ...rest }) => ({
      role,
      name: name.trim(),
      ...Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, given(value)])),
    }))

/** The written fields of a declaration, as they are sent. */
export const fieldsOf = (values: DeclarationValues): Omit<Declared, 'policy_id' | 'parties' | 'draft' | 'owner_id' | 'external_id'> => ({
  object_id: given(values.object_id),
  nature: values.nature as Declared['nature'],
  occurred_on: values.occurred_on,
  occurred_at_time: given(values.occurred_at_time),
  declared_on: values.declared_on,
  channel: values.channel as NonNullable<Declared['channel']>,
  place: given(values.place),
  wilaya: values.wilaya,
  commune: values.commune,
  cause: given(values.cause),
  circumstances: given(values.circumstances),
  ...(values.guarantees !== null && { guarantees: [...values.guarantees] }),
  injured: counted(values.injured),
  details: detailsOf(values),
})
