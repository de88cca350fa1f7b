import { Trans, useLingui } from '@lingui/react/macro'
import { useFormats } from '#kernel/web/formats.ts'
import { Avatar } from '#kernel/web/ui/avatar.tsx'
import { Chip } from '#kernel/web/ui/chip.tsx'
import { KeyValues } from '#kernel/web/ui/key-values.tsx'
import { LatestActivities } from '#capabilities/activities/web/index.ts'
import { useWilayas } from '#capabilities/organization/web/index.ts'
import { isOrganizationKind, type ContactRow } from '../../contract.ts'
import { ContactLinks } from '../contact-links.tsx'
import { NameOf } from '../name-of.tsx'
import { PhoneText } from '../phone-text.tsx'
import { statusTones, useCustomerWords } from '../use-customer-words.ts'
import { useFieldWords } from '../use-field-words.ts'
import classes from './contacts.module.css'

/** A contact beside the list: who, how to reach them, what was said last. */
export const ContactQuick = ({ row }: { row: ContactRow }) => {
  const { t } = useLingui()
  const words = useCustomerWords()
  const fields = useFieldWords()
  const formats = useFormats()
  const { nameOf } = useWilayas()
  return (
    <div className={classes['quick']}>
      <header>
        <Avatar name={row.name} size="large" shape={isOrganizationKind(row.kind) ? 'square' : 'round'} />
        <div>
          <h2>
            <NameOf name={row.name} />
          </h2>
          <p>
            <bdi dir="ltr">{row.code}</bdi> · {words.kind[row.kind]}
          </p>
          <Chip tone={statusTones[row.status]}>{words.status[row.status]}</Chip>
        </div>
      </header>
      <div className={classes['ways']}>
        <ContactLinks contact={row} />
      </div>
      <KeyValues
        facts={[
          { key: 'mobile', name: fields.mobile, value: row.mobile && <PhoneText phone={row.mobile} /> },
          ...(row.phone ? [{ key: 'phone', name: fields.phone, value: <PhoneText phone={row.phone} /> }] : []),
          { key: 'email', name: fields.email, value: row.email && <bdi dir="ltr">{row.email}</bdi> },
          {
            key: 'place',
            name: fields.address,
            value: (row.address || row.wilaya) && (
              <>
                {row.address && <bdi>{row.address}</bdi>}
                {row.address && row.wilaya && ', '}
                {nameOf(row.wilaya)}
              </>
            ),
          },
          ...(isOrganizationKind(row.kind)
            ? [{ key: 'sector', name: fields.sector, value: row.sector && <bdi>{row.sector}</bdi> }]
            : [{ key: 'birth_date', name: t`Né(e) le`, value: row.birth_date && formats.day(row.birth_date) }]),
          { key: 'agency', name: fields.agency_id, value: <bdi>{row.agency_name}</bdi> },
          { key: 'owner', name: fields.owner_id, value: row.owner_name && <bdi>{row.owner_name}</bdi> },
          ...(row.tags.length > 0
            ? [
                {
                  key: 'tags',
                  name: fields.tags,
                  value: (
                    <span className={classes['tags']}>
                      {row.tags.map((tag) => (
                        <Chip key={tag.id} plain>
                          <bdi>{tag.name}</bdi>
                        </Chip>
                      ))}
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
      <h3>
        <Trans>Derniers échanges</Trans>
      </h3>
      <LatestActivities subjectId={row.id} limit={4} />
    </div>
  )
}
