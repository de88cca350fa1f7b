import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { ApiProblem } from '#kernel/web/api.ts'
import { Notice } from '#kernel/web/forms/notice.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { useHistoryWords } from '../contact/use-history-words.ts'
import { useFieldWords, type ContactField } from '../use-field-words.ts'
import { conflictsOf, settled, type Side } from './conflict.ts'
import type { ContactFormValues } from './contact-values.ts'
import classes from './contact-form.module.css'

interface ConflictDialogProps {
  readonly base: ContactFormValues
  readonly mine: ContactFormValues
  readonly theirs: ContactFormValues
  /** Saves what was decided; a refusal thrown is shown. */
  readonly onSettle: (values: ContactFormValues) => Promise<void>
  readonly onClose: () => void
}

/** Two people changed the same fields: mine or theirs, all at once or one by one. What only one of them changed is kept anyway. */
export const ConflictDialog = ({ base, mine, theirs, onSettle, onClose }: ConflictDialogProps) => {
  const { t } = useLingui()
  const fields = useFieldWords()
  const words = useHistoryWords()
  const conflicts = conflictsOf(base, mine, theirs)
  const [sides, setSides] = useState<Readonly<Record<string, Side>>>(() =>
    Object.fromEntries(conflicts.map((field) => [field, 'mine' as const])),
  )
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const all = (side: Side) => setSides(Object.fromEntries(conflicts.map((field) => [field, side])))
  const save = async () => {
    setBusy(true)
    setRefusal(null)
    try {
      await onSettle(settled(base, mine, theirs, sides))
    } catch (error) {
      setRefusal(error instanceof ApiProblem && error.status > 0 ? error.message : t`Le serveur ne répond pas. Réessayez.`)
      setBusy(false)
    }
  }
  const said = (field: (typeof conflicts)[number], values: ContactFormValues): string => {
    const value = values[field]
    return typeof value === 'string' ? words.value(field, value) : value.join(', ') || words.value(field, null)
  }
  return (
    <Dialog
      title={t`Ce client vient d’être modifié`}
      intro={t`Un collègue a changé les mêmes champs pendant votre saisie. Choisissez ce qui reste; le reste de vos modifications est gardé.`}
      onClose={onClose}
      foot={
        <>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Revenir au formulaire</Trans>
          </Button>
          <Button kind="primary" busy={busy} onClick={() => void save()}>
            <Trans>Enregistrer ce choix</Trans>
          </Button>
        </>
      }
    >
      {refusal !== null && <Notice tone="bad">{refusal}</Notice>}
      {conflicts.length > 1 && (
        <div className={classes['allSides']}>
          <Button size="small" onClick={() => all('mine')}>
            <Trans>Tout garder du mien</Trans>
          </Button>
          <Button size="small" onClick={() => all('theirs')}>
            <Trans>Tout prendre du sien</Trans>
          </Button>
        </div>
      )}
      <div className={classes['conflicts']}>
        {conflicts.map((field) => (
          <fieldset key={field}>
            <legend>{fields[field as ContactField]}</legend>
            {(['mine', 'theirs'] as const).map((side) => (
              // oxlint-disable-next-line jsx-a11y/label-has-associated-control -- the words are in it
              <label key={side}>
                <input
                  type="radio"
                  name={`conflict-${field}`}
                  checked={sides[field] === side}
                  onChange={() => setSides({ ...sides, [field]: side })}
                />
                <span>
                  <small>{side === 'mine' ? <Trans>Ma saisie</Trans> : <Trans>Enregistré entre-temps</Trans>}</small>
                  <bdi>{said(field, side === 'mine' ? mine : theirs)}</bdi>
                </span>
              </label>
            ))}
          </fieldset>
        ))}
      </div>
    </Dialog>
  )
}
