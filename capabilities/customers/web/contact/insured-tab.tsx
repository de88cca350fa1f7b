import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { ageOn } from '#kernel/shared/days.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { LinkButton } from '#kernel/web/ui/button.tsx'
import { DayText, Moment } from '#kernel/web/ui/moment.tsx'
import { CommuneName, useWilayas } from '#capabilities/organization/web/index.ts'
import { bankOf, formatRib } from '../../bank-accounts.ts'
import { isOrganizationKind, type Contact, type SensitiveField } from '../../contract.ts'
import { mailLink, telLink } from '../links.ts'
import { PhoneText } from '../phone-text.tsx'
import { useCustomerWords } from '../use-customer-words.ts'
import { useFieldWords } from '../use-field-words.ts'
import { FactGrid, type Fact } from './fact-grid.tsx'
import { MaskedValue } from './masked-value.tsx'
import classes from './contact.module.css'

const PhoneLink = ({ phone }: { phone: string }) => {
  const to = telLink(phone)
  return to === null ? <bdi>{phone}</bdi> : <a href={to}>{<PhoneText phone={phone} />}</a>
}
const MailLink = ({ email }: { email: string }) => {
  const to = mailLink(email)
  const at = email.indexOf('@') + 1
  // A long address is broken before its last part rather than anywhere.
  const words = (
    <bdi dir="ltr">
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
    </bdi>
  )
  return to === null ? <bdi>{email}</bdi> : <a href={to}>{words}</a>
}

/** «Assuré»: identity, contact details, address, trade, identifiers. */
export const InsuredTab = ({ contact }: { contact: Contact }) => {
  const { t } = useLingui()
  const words = useCustomerWords()
  const fields = useFieldWords()
  const formats = useFormats()
  const { nameOf } = useWilayas()
  const { issues } = contact
  const company = isOrganizationKind(contact.kind)
  const text = (value: string | null) => value && <bdi>{value}</bdi>
  const code = (value: string | null) => value && <bdi dir="ltr">{value}</bdi>
  const masked = (field: SensitiveField, format?: (value: string) => string) => {
    const value = contact[field]
    return value && <MaskedValue contactId={contact.id} field={field} masked={value} may={contact.can.unmask} {...(format && { format })} />
  }
  const age = contact.birth_date === null ? 0 : ageOn(contact.birth_date, formats.today())
  const person: Fact[] = [
    { key: 'last_name', name: fields.last_name, value: text(contact.last_name) },
    { key: 'first_name', name: fields.first_name, value: text(contact.first_name) },
    { key: 'maiden_name', name: fields.maiden_name, value: text(contact.maiden_name), rare: true },
    { key: 'name_ar', name: fields.name_ar, value: contact.name_ar && <bdi lang="ar">{contact.name_ar}</bdi>, rare: true },
    {
      key: 'birth_date',
      name: fields.birth_date,
      value: contact.birth_date && (
        <>
          <DayText day={contact.birth_date} />{' '}
          <span className={classes['aside']}>
            <Plural value={age} one="# an" other="# ans" />
          </span>
        </>
      ),
    },
    { key: 'birth_place', name: fields.birth_place, value: text(contact.birth_place), rare: true },
    { key: 'title', name: fields.title, value: contact.title && words.title[contact.title], rare: true },
    {
      key: 'marital_status',
      name: fields.marital_status,
      value: contact.marital_status && words.marital[contact.marital_status],
      rare: true,
    },
    { key: 'profession', name: fields.profession, value: text(contact.profession), rare: true },
    { key: 'employer', name: fields.employer, value: text(contact.employer), rare: true },
  ]
  const trade: Fact[] = [
    { key: 'company_name', name: fields.company_name, value: text(contact.company_name), rare: !company },
    { key: 'name_ar', name: fields.name_ar, value: company && contact.name_ar && <bdi lang="ar">{contact.name_ar}</bdi>, rare: true },
    { key: 'legal_form', name: fields.legal_form, value: contact.legal_form && words.legalForm[contact.legal_form], rare: !company },
    { key: 'sector', name: fields.sector, value: text(contact.sector), rare: !company },
    { key: 'representative', name: fields.representative, value: text(contact.representative), rare: true },
    { key: 'employees', name: fields.employees, value: contact.employees !== null && formats.count(contact.employees), rare: true },
    {
      key: 'revenue_centimes',
      name: fields.revenue_centimes,
      value: contact.revenue_centimes !== null && <bdi>{formats.amount(contact.revenue_centimes, { decimals: 'needed' })}</bdi>,
      rare: true,
    },
    { key: 'rc', name: fields.rc, value: code(contact.rc), rare: !company },
    { key: 'nif', name: fields.nif, value: code(contact.nif), rare: !company },
    { key: 'nis', name: fields.nis, value: code(contact.nis), rare: true },
    { key: 'ai', name: fields.ai, value: code(contact.ai), rare: true },
  ]
  const document = contact.document_kind && words.document[contact.document_kind]
  const bank = contact.rib === null ? null : bankOf(contact.rib)
  return (
    <div className={classes['insured']}>
      {!company && <FactGrid title={<Trans>Identité</Trans>} facts={person} issues={issues} />}
      <FactGrid title={company ? <Trans>Organisme</Trans> : <Trans>Activité professionnelle</Trans>} facts={trade} issues={issues} />
      <FactGrid
        title={<Trans>Coordonnées</Trans>}
        issues={issues}
        facts={[
          { key: 'mobile', name: fields.mobile, value: contact.mobile && <PhoneLink phone={contact.mobile} /> },
          { key: 'phone', name: fields.phone, value: contact.phone && <PhoneLink phone={contact.phone} />, rare: !company },
          {
            key: 'other_phone',
            name: fields.other_phone,
            value: contact.other_phone && <PhoneLink phone={contact.other_phone} />,
            rare: true,
          },
          { key: 'email', name: fields.email, value: contact.email && <MailLink email={contact.email} /> },
          {
            key: 'other_email',
            name: fields.other_email,
            value: contact.other_email && <MailLink email={contact.other_email} />,
            rare: true,
          },
          { key: 'address', name: fields.address, value: text(contact.address), wide: true },
          {
            key: 'address_ar',
            name: fields.address_ar,
            value: contact.address_ar && <bdi lang="ar">{contact.address_ar}</bdi>,
            rare: true,
            wide: true,
          },
          {
            key: 'commune',
            name: fields.commune,
            value: contact.commune && <CommuneName wilaya={contact.wilaya} code={contact.commune} />,
          },
          {
            key: 'wilaya',
            name: fields.wilaya,
            value: contact.wilaya && (
              <>
                {nameOf(contact.wilaya)} <span className={classes['aside']}>{contact.wilaya}</span>
              </>
            ),
          },
          { key: 'postcode', name: fields.postcode, value: code(contact.postcode), rare: true },
          { key: 'language', name: fields.language, value: words.language[contact.language] },
          {
            key: 'preferred_channel',
            name: fields.preferred_channel,
            value: contact.preferred_channel && words.channel[contact.preferred_channel],
            rare: true,
          },
        ]}
      />
      <FactGrid
        title={<Trans>Pièces et comptes</Trans>}
        issues={issues}
        facts={[
          { key: 'nin', name: fields.nin, value: masked('nin'), rare: company },
          { key: 'document_number', name: document ?? fields.document_number, value: masked('document_number'), rare: true },
          {
            key: 'document_issued_on',
            name: fields.document_issued_on,
            value: (contact.document_issued_on || contact.document_issued_at) && (
              <>
                {contact.document_issued_on && <DayText day={contact.document_issued_on} />} {text(contact.document_issued_at)}
              </>
            ),
            rare: true,
          },
          { key: 'rib', name: bank ? t`RIB (${bank})` : fields.rib, value: masked('rib', formatRib), rare: true },
        ]}
      />
      <FactGrid
        title={<Trans>Suivi</Trans>}
        issues={issues}
        facts={[
          { key: 'owner_id', name: fields.owner_id, value: text(contact.owner_name) },
          {
            key: 'agency_id',
            name: fields.agency_id,
            value: (
              <>
                <bdi>{contact.agency_name}</bdi>{' '}
                <bdi dir="ltr" className={classes['aside']}>
                  {contact.agency_number}
                </bdi>
              </>
            ),
          },
          { key: 'registered_on', name: fields.registered_on, value: <DayText day={contact.registered_on} /> },
          { key: 'valid_until', name: fields.valid_until, value: contact.valid_until && <DayText day={contact.valid_until} />, rare: true },
          { key: 'source', name: fields.source, value: text(contact.source), rare: true },
          {
            key: 'external_id',
            name: fields.external_id,
            value: contact.external_id && (
              <>
                <bdi dir="ltr">{contact.external_id}</bdi> <span className={classes['aside']}>{contact.external_source}</span>
              </>
            ),
            rare: true,
          },
          {
            key: 'created_at',
            name: t`Créé`,
            value: (
              <>
                <Moment at={contact.created_at} />{' '}
                {contact.created_by_name && <bdi className={classes['aside']}>{contact.created_by_name}</bdi>}
              </>
            ),
          },
          { key: 'updated_at', name: t`Modifié`, value: <Moment at={contact.updated_at} /> },
          {
            key: 'remarks',
            name: fields.remarks,
            value: contact.remarks && <bdi className={classes['remarks']}>{contact.remarks}</bdi>,
            rare: true,
            wide: true,
          },
        ]}
      />
      {contact.can.edit && contact.deleted_at === null && (
        <p className={classes['complete']}>
          <LinkButton to={`/contacts/${contact.id}/edit`} kind="link">
            <Trans>Compléter la fiche</Trans>
          </LinkButton>
        </p>
      )}
    </div>
  )
}
