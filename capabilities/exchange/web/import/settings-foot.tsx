import { Plural, Trans } from '@lingui/react/macro'
import { useAddressParam } from '#kernel/web/address.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import type { ImportObject, ImportPreview, ImportRun } from '../../contract.ts'
import { missingGroups, usableKeys } from './mapping.ts'
import { Refusal } from './refusal.tsx'
import { useActs } from './use-run.ts'
import type { SettingsHand } from './use-settings.ts'

interface FootProps {
  readonly run: ImportRun
  readonly object: ImportObject
  readonly hand: SettingsHand
}

/** What is left to settle before the rows can be read. */
const leftOver = ({ run, object, hand: { settings, mapping } }: FootProps) => ({
  asked: run.questions.filter(({ kind }) => kind === 'date_order' || kind === 'decimal_mark').length,
  missing: mapping.length === 0 || missingGroups(object, mapping, settings.mode).length > 0,
  keyless: settings.mode !== 'create' && !usableKeys(object, mapping).some(({ key }) => key === settings.match_on),
})

const isReady = (props: FootProps): boolean => {
  const { missing, keyless } = leftOver(props)
  return props.run.can.start && !props.hand.saving && !missing && !keyless
}

/** What is left to settle, or how many rows wait. */
export const SettingsTold = ({ preview, ...props }: FootProps & { readonly preview: ImportPreview }) => {
  const { asked, missing, keyless } = leftOver(props)
  const rows = preview.rows_total
  if (props.hand.saving) return <Trans>Enregistrement de votre choix…</Trans>
  if (asked > 0)
    return (
      <Plural value={asked} one="Une question attend votre réponse, plus haut." other="# questions attendent votre réponse, plus haut." />
    )
  if (missing) return <Trans>Un champ nécessaire n’est rempli par aucune colonne.</Trans>
  if (keyless) return <Trans>Dites à quoi une ligne se reconnaît comme une fiche qui existe.</Trans>
  return rows === null ? null : <Plural value={rows} one="# ligne à importer" other="# lignes à importer" />
}

const useGo = (id: string) => {
  const acts = useActs(id)
  const [, wantStep] = useAddressParam('step')
  const go = async (act: 'checkImport' | 'startImport') => {
    await acts.press(act)
    wantStep(null)
  }
  return { ...acts, go, back: () => wantStep(null) }
}

/** What may be done besides the trial: give up, look at the last trial, import at once. */
export const SettingsOthers = (props: FootProps) => {
  const { run } = props
  const { press, busy, refusal, go, back } = useGo(run.id)
  return (
    <>
      <Refusal problem={refusal} />
      {run.can.cancel && run.state !== 'reading' && (
        <Button kind="quiet" busy={busy === 'cancelImport'} onClick={() => void press('cancelImport')}>
          <Trans>Abandonner</Trans>
        </Button>
      )}
      {run.state === 'checked' && (
        <Button onClick={back}>
          <Trans>Revoir l’essai</Trans>
        </Button>
      )}
      <Button disabled={!isReady(props)} busy={busy === 'startImport'} onClick={() => void go('startImport')}>
        <Trans>Importer sans essayer</Trans>
      </Button>
    </>
  )
}

/** The trial, which is what comes next. */
export const SettingsNext = (props: FootProps) => {
  const { busy, refusal, go } = useGo(props.run.id)
  return (
    <>
      <Refusal problem={refusal} />
      <Button kind="primary" disabled={!isReady(props)} busy={busy === 'checkImport'} onClick={() => void go('checkImport')}>
        <Trans>Essayer sans rien changer</Trans>
      </Button>
    </>
  )
}
