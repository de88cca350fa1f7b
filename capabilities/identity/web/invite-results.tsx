import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Chip, type Tone } from '#kernel/web/ui/chip.tsx'
import type { InviteOutcome } from './invite-panel.tsx'
import classes from './invite.module.css'

const tones: Readonly<Record<InviteOutcome['outcome'], Tone>> = {
  invited: 'good',
  already_member: 'neutral',
  already_invited: 'info',
  unknown_agency: 'bad',
  unavailable: 'bad',
}

/** What became of each invitation. */
export const InviteResults = ({ results }: { results: readonly InviteOutcome[] }) => {
  const { t } = useLingui()
  const words: Record<InviteOutcome['outcome'], string> = {
    invited: t`Invité`,
    already_member: t`Déjà membre`,
    already_invited: t`Déjà invité`,
    unknown_agency: t`Agence inconnue`,
    unavailable: t`Non envoyé`,
  }
  const sent = results.filter(({ outcome }) => outcome === 'invited').length
  const others = results.length - sent
  return (
    <div className={classes['results']} role="status">
      <p>
        <b>
          <Plural value={sent} _0="Aucune invitation n’est partie" one="# invitation est partie" other="# invitations sont parties" />
        </b>
        {others > 0 && (
          <>
            {' '}
            <Plural value={others} one="# adresse demande votre attention." other="# adresses demandent votre attention." />
          </>
        )}
      </p>
      <ul className={classes['lines']}>
        {results.map(({ email, outcome, message }, at) => (
          <li key={`${email} ${at}`}>
            <span>
              <bdi dir="ltr">{email}</bdi>
              {outcome !== 'invited' && <small>{message}</small>}
            </span>
            <Chip tone={tones[outcome]}>{words[outcome]}</Chip>
          </li>
        ))}
      </ul>
      {sent > 0 && (
        <p className={classes['quiet']}>
          <Trans>Vous retrouvez ces invitations, pour les renvoyer ou les annuler, sous «Invitations en attente».</Trans>
        </p>
      )}
    </div>
  )
}
