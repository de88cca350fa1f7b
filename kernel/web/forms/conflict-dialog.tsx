import { useState, type ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { ApiProblem } from '#kernel/web/api.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { conflictsOf, settled, type Changed, type Side, type Versions } from './conflict.ts'
import { Notice } from './notice.tsx'
import classes from './conflict-dialog.module.css'

interface ConflictDialogProps<V extends object> {
  /** «Ce client vient d’être modifié» */
  readonly title: string
  readonly versions: Versions<V>
  readonly changed: Changed<V>
  readonly nameOf: (field: keyof V & string) => string
  readonly say: (field: keyof V & string, values: V) => ReactNode
  /** Saves what was decided; a refusal thrown is shown. */
  readonly onSettle: (values: V) => Promise<void>
  readonly onClose: () => void
}

/** Two people changed the same fields: mine or theirs, all at once or one by one. What only one of them changed is kept anyway. */
export const ConflictDialog = <V extends object>({ title, versions, changed, nameOf, say, onSettle, onClose }: ConflictDialogProps<V>) => {
  const { t } = useLingui()
  const conflicts = conflictsOf(versions, changed)
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
      await onSettle(settled(versions, changed, sides))
    } catch (error) {
      setRefusal(error instanceof ApiProblem && error.status > 0 ? error.message : t`Le serveur ne répond pas. Réessayez.`)
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={title}
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
        <div className={classes['all']}>
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
            <legend>{nameOf(field)}</legend>
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
                  <bdi>{say(field, versions[side])}</bdi>
                </span>
              </label>
            ))}
          </fieldset>
        ))}
      </div>
    </Dialog>
  )
}
