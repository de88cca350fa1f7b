import { Plural, Trans } from '@lingui/react/macro'
import { useAddressParam } from '#kernel/web/address.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import type { ImportObject, ImportPreview, ImportRun } from '../../contract.ts'
import { missingGroups, usableKeys } from './mapping.ts'
import { Refusal } from './refusal.tsx'
import { useActs } from './use-run.ts'
import type { SettingsHand } from './use-settings.ts'
import classes from './import.module.css'

/** What is left to settle, and what follows: try, import, give up. */
export const SettingsFoot = ({
  run,
  preview,
  object,
  hand,
}: {
  run: ImportRun
  preview: ImportPreview
  object: ImportObject
  hand: SettingsHand
}) => {
  const { press, busy, refusal } = useActs(run.id)
  const [, wantStep] = useAddressParam('step')
  const { settings, mapping, saving } = hand
  const missing = missingGroups(object, mapping, settings.mode)
  const keyless = settings.mode !== 'create' && !usableKeys(object, mapping).some(({ key }) => key === settings.match_on)
  const asked = run.questions.filter(({ kind }) => kind === 'date_order' || kind === 'decimal_mark').length
  const ready = run.can.start && !saving && missing.length === 0 && !keyless
  const go = async (act: 'checkImport' | 'startImport') => {
    await press(act)
    wantStep(null)
  }
  const rows = preview.rows_total
  return (
    <>
      <div className={classes['told']} aria-live="polite">
        {refusal ? (
          <Refusal problem={refusal} />
        ) : saving ? (
          <Trans>Enregistrement de votre choix…</Trans>
        ) : asked > 0 ? (
          <Plural
            value={asked}
            one="Une question attend votre réponse, plus haut."
            other="# questions attendent votre réponse, plus haut."
          />
        ) : missing.length > 0 || mapping.length === 0 ? (
          <Trans>Un champ nécessaire n’est rempli par aucune colonne.</Trans>
        ) : keyless ? (
          <Trans>Dites à quoi une ligne se reconnaît comme une fiche qui existe.</Trans>
        ) : (
          rows !== null && <Plural value={rows} one="# ligne à importer" other="# lignes à importer" />
        )}
      </div>
      {run.can.cancel && run.state !== 'reading' && (
        <Button kind="quiet" busy={busy === 'cancelImport'} onClick={() => void press('cancelImport')}>
          <Trans>Abandonner</Trans>
        </Button>
      )}
      {run.state === 'checked' && (
        <Button onClick={() => wantStep(null)}>
          <Trans>Revoir l’essai</Trans>
        </Button>
      )}
      <Button disabled={!ready} busy={busy === 'startImport'} onClick={() => void go('startImport')}>
        <Trans>Importer sans essayer</Trans>
      </Button>
      <Button kind="primary" disabled={!ready} busy={busy === 'checkImport'} onClick={() => void go('checkImport')}>
        <Trans>Essayer sans rien changer</Trans>
      </Button>
    </>
  )
}
