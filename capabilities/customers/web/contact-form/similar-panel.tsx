import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { Lock, UsersRound } from 'lucide-react'
import { useFormats } from '#kernel/web/formats.ts'
import { Card } from '#kernel/web/ui/card.tsx'
import { Chip, type Tone } from '#kernel/web/ui/chip.tsx'
import type { Similar } from '../../contract.ts'
import { PhoneText } from '../phone-text.tsx'
import classes from './contact-form.module.css'

const tones: Readonly<Record<Similar['certainty'], Tone>> = { certain: 'bad', probable: 'warn', possible: 'neutral' }

/** «Clients semblables», while one is typed: how sure, why, and where they are. One out of reach is announced without its data. */
export const SimilarPanel = ({ similar, known }: { similar: readonly Similar[]; known: boolean }) => {
  const { t } = useLingui()
  const formats = useFormats()
  const certainty: Readonly<Record<Similar['certainty'], string>> = { certain: t`Certain`, probable: t`Probable`, possible: t`Possible` }
  return (
    <Card flush title={<Trans>Clients semblables</Trans>} aside={similar.length > 0 && <small>{similar.length}</small>}>
      <div aria-live="polite">
        {similar.length === 0 ? (
          <p className={classes['nobody']}>
            <UsersRound aria-hidden="true" />
            <span>
              {known ? (
                <Trans>Aucun autre client ne ressemble à celui-ci.</Trans>
              ) : (
                <Trans>Les clients qui ressemblent à celui-ci s’affichent ici pendant la saisie.</Trans>
              )}
            </span>
          </p>
        ) : (
          <ul className={classes['similar']}>
            {similar.map(({ certainty: how, reasons, contact }, at) => (
              <li key={contact?.id ?? `other-${at}`}>
                <Chip tone={tones[how]}>{certainty[how]}</Chip>
                {contact ? (
                  <>
                    <Link to={`/contacts/${contact.id}` as '.'} target="_blank">
                      <bdi>{contact.name || contact.code}</bdi>
                    </Link>
                    <p>
                      <bdi dir="ltr">{contact.code}</bdi> · <bdi>{contact.agency_name}</bdi>
                      {contact.mobile !== null && (
                        <>
                          {' · '}
                          <PhoneText phone={contact.mobile} />
                        </>
                      )}
                      {contact.birth_date !== null && <> · {formats.day(contact.birth_date)}</>}
                    </p>
                  </>
                ) : (
                  <b>
                    <Lock aria-hidden="true" />
                    <Trans>Un client semblable existe dans une autre agence</Trans>
                  </b>
                )}
                <small>{reasons.join(' · ')}</small>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  )
}
