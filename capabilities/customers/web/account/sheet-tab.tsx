import { Trans, useLingui } from '@lingui/react/macro'
import { useFormats } from '#kernel/web/formats.ts'
import { DayText, Moment } from '#kernel/web/ui/moment.tsx'
import { CommuneName, useWilayas } from '#capabilities/organization/web/index.ts'
import type { Account } from '../../contract.ts'
import { FactGrid } from '../contact/fact-grid.tsx'
import classes from '../contact/contact.module.css'
import { mailLink, telLink } from '../links.ts'
import { PhoneText } from '../phone-text.tsx'
import { useAccountWords } from '../use-account-words.ts'

/** «Fiche»: what is known of the account itself. */
export const SheetTab = ({ account }: { account: Account }) => {
  const { t } = useLingui()
  const fields = useAccountWords()
  const formats = useFormats()
  const { nameOf } = useWilayas()
  const company = account.kind === 'company'
  const text = (value: string | null) => value && <bdi>{value}</bdi>
  const code = (value: string | null) => value && <bdi dir="ltr">{value}</bdi>
  return (
    <div>
      {company && (
        <FactGrid
          title={<Trans>Société</Trans>}
          issues={[]}
          facts={[
            { key: 'sector', name: fields.sector, value: text(account.sector) },
            { key: 'employees', name: fields.employees, value: account.employees !== null && formats.count(account.employees) },
            {
              key: 'revenue_centimes',
              name: fields.revenue_centimes,
              value: account.revenue_centimes !== null && <bdi>{formats.amount(account.revenue_centimes, { decimals: 'needed' })}</bdi>,
            },
            { key: 'rc', name: fields.rc, value: code(account.rc) },
            { key: 'nif', name: fields.nif, value: code(account.nif) },
          ]}
        />
      )}
      <FactGrid
        title={<Trans>Coordonnées</Trans>}
        issues={[]}
        facts={[
          {
            key: 'phone',
            name: fields.phone,
            value:
              account.phone &&
              (telLink(account.phone) ? (
                <a href={telLink(account.phone) ?? ''}>
                  <PhoneText phone={account.phone} />
                </a>
              ) : (
                <bdi>{account.phone}</bdi>
              )),
          },
          {
            key: 'email',
            name: fields.email,
            value: account.email && (
              <a href={mailLink(account.email) ?? undefined}>
                <bdi dir="ltr">{account.email}</bdi>
              </a>
            ),
          },
          { key: 'address', name: fields.address, value: text(account.address), wide: true },
          {
            key: 'commune',
            name: fields.commune,
            value: account.commune && <CommuneName wilaya={account.wilaya} code={account.commune} />,
          },
          { key: 'wilaya', name: fields.wilaya, value: nameOf(account.wilaya) },
          { key: 'postcode', name: fields.postcode, value: code(account.postcode), rare: true },
        ]}
      />
      <FactGrid
        title={<Trans>Suivi</Trans>}
        issues={[]}
        facts={[
          { key: 'owner_id', name: fields.owner_id, value: text(account.owner_name) },
          { key: 'agency_id', name: fields.agency_id, value: text(account.agency_name) },
          {
            key: 'external_id',
            name: fields.external_id,
            value: account.external_id && (
              <>
                <bdi dir="ltr">{account.external_id}</bdi> <span className={classes['aside']}>{account.external_source}</span>
              </>
            ),
            rare: true,
          },
          { key: 'created_at', name: t`Créé`, value: <Moment at={account.created_at} /> },
          { key: 'updated_at', name: t`Modifié`, value: <Moment at={account.updated_at} /> },
          {
            key: 'remarks',
            name: fields.remarks,
            value: account.remarks && <bdi className={classes['remarks']}>{account.remarks}</bdi>,
            rare: true,
            wide: true,
          },
        ]}
      />
      {account.deleted_at !== null && (
        <p className={classes['complete']}>
          <Trans>
            Dans la corbeille depuis le <DayText day={account.deleted_at.slice(0, 10)} />
          </Trans>
        </p>
      )}
    </div>
  )
}
