import { Trans, useLingui } from '@lingui/react/macro'
import { TriangleAlert } from 'lucide-react'
import { FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { MoneyField } from '#kernel/web/forms/money-field.tsx'
import { TextArea, TextField } from '#kernel/web/forms/text-field.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { useSession } from '#kernel/web/session.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { joined } from '#kernel/web/ui/joined.ts'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { claimOperations, type Claim, type ClaimLetter } from '../../contract.ts'
import type { ClaimStatus } from '../../rules.ts'
import { useClaimWords } from '../use-claim-words.ts'
import { LetterFields, letterLanguage } from './letter-fields.tsx'
import { useClaimAct } from './use-claim-act.ts'
import { useMoveWords } from './use-move-words.ts'
import classes from '../claims.module.css'

/** Letters that go with a move. */
const letters: Partial<Readonly<Record<ClaimStatus, ClaimLetter>>> = { documents_missing: 'missing_papers', rejected: 'rejection' }
const shortest = 3

/** Asks what a move needs: why, the reserve of an opening, the article of a rejection; shows what is pointed out before a file ends. */
export const MoveDialog = ({ claim, to, onClose }: { claim: Claim; to: ClaimStatus; onClose: () => void }) => {
  const { t } = useLingui()
  const words = useClaimWords()
  const moveWords = useMoveWords()
  const { can } = useSession()
  const { act, write } = useClaimAct(claim.id)
  const move = claim.moves.find((one) => one.to === to)
  const warnings = move?.warnings ?? []
  const must = move?.text === 'reason' || warnings.length > 0
  const opens = to === 'opened' && !claim.movements.some((movement) => movement.kind === 'opening')
  const letter = letters[to]
  const mayWrite = letter !== undefined && can('document.create') && can('claim.attach')
  const form = useForm({
    initial: {
      note: '',
      article: '',
      reserve_centimes: claim.usual_reserve_centimes as number | null,
      letter: mayWrite,
      language: letterLanguage(claim.contact.language),
    },
    rules: {
      note: (note) => (must && note.trim().length < shortest ? t`Dites pourquoi, en quelques mots.` : null),
      reserve_centimes: (amount) => (opens && (amount === null || amount < 0) ? t`Indiquez un montant, zéro au moins.` : null),
    },
    send: async (values, options) => {
      await act(
        claimOperations.moveClaim,
        {
          id: claim.id,
          version: claim.version,
          to,
          note: values.note,
          ...(to === 'rejected' && { article: values.article }),
          ...(opens && values.reserve_centimes !== null && { reserve_centimes: values.reserve_centimes }),
        },
        options,
      )
      toast(moveWords.done[to])
      if (letter !== undefined && values.letter) await write({ letter, language: values.language })
    },
    done: onClose,
  })
  const danger = to === 'rejected' || to === 'no_action'
  const { number } = claim
  return (
    <Dialog title={`${moveWords.verb[to]}`} intro={<Trans>Sinistre {number}</Trans>} size="small" onClose={onClose}>
      <FormFrame form={form} className={classes['form']}>
        {warnings.length > 0 && (
          <ul className={joined(classes['warnings'], classes['framed'])}>
            {warnings.map((warning) => (
              <li key={warning}>
                <TriangleAlert aria-hidden="true" />
                <span>{words.closingWarning[warning]}</span>
              </li>
            ))}
          </ul>
        )}
        {opens && (
          <MoneyField
            {...form.pick('reserve_centimes')}
            label={t`Provision d’ouverture`}
            hint={t`Proposée selon la nature du sinistre.`}
            data-first=""
          />
        )}
        <TextArea
          {...form.text('note')}
          label={must ? t`Motif` : t`Note`}
          optional={!must}
          rows={3}
          maxLength={2000}
          {...(!opens && { 'data-first': '' })}
        />
        {moveWords.usual[to] !== undefined && (
          <p className={classes['usual']}>
            {moveWords.usual[to].map((reason) => (
              <Button key={reason} kind="quiet" size="small" onClick={() => form.set('note', reason)}>
                {reason}
              </Button>
            ))}
          </p>
        )}
        {to === 'rejected' && (
          <TextField
            {...form.text('article')}
            label={t`Article ou clause`}
            optional
            maxLength={200}
            hint={t`Il figure dans la lettre de rejet.`}
          />
        )}
        {letter !== undefined && (
          <LetterFields
            label={to === 'rejected' ? t`Écrire la lettre de rejet` : t`Écrire la lettre des pièces manquantes`}
            wanted={form.values.letter}
            language={form.values.language}
            onWanted={(wanted) => form.set('letter', wanted)}
            onLanguage={(language) => form.set('language', language)}
          />
        )}
        <div className={classes['formActs']}>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Annuler</Trans>
          </Button>
          <Button type="submit" kind={danger ? 'dangerPrimary' : 'primary'} busy={form.busy}>
            {moveWords.verb[to]}
          </Button>
        </div>
      </FormFrame>
    </Dialog>
  )
}
