import { Trans, useLingui } from '@lingui/react/macro'
import { CheckField } from '#kernel/web/forms/check-field.tsx'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { Card } from '#kernel/web/ui/card.tsx'
import type { ImportMode, ImportObject } from '../../contract.ts'
import { usableKeys } from './mapping.ts'
import { SourceField } from './source-field.tsx'
import { StandIns } from './stand-ins.tsx'
import { useImportWords } from './use-import-words.ts'
import type { SettingsHand } from './use-settings.ts'
import classes from './rules.module.css'

/** One of two ways, each with what follows from it. */
const Choice = <V extends string>({
  legend,
  value,
  options,
  onChange,
}: {
  legend: string
  value: V
  options: ReadonlyArray<{ readonly value: V; readonly label: string; readonly hint: string }>
  onChange: (value: V) => void
}) => (
  <fieldset className={classes['choice']}>
    <legend>{legend}</legend>
    <div>
      {options.map((option) => (
        <CheckField
          key={option.value}
          kind="radio"
          name={legend}
          label={option.label}
          hint={option.hint}
          checked={option.value === value}
          onChange={() => onChange(option.value)}
        />
      ))}
    </div>
  </fieldset>
)

/** What becomes of the rows: made or matched, and what an empty or unreadable cell does, each choice with its consequence. */
export const RulesCard = ({ object, hand: { settings, mapping, change } }: { object: ImportObject; hand: SettingsHand }) => {
  const { t } = useLingui()
  const { modes } = useImportWords()
  const keys = usableKeys(object, mapping)
  const consequences: Record<ImportMode, string> = {
    create: t`Les lignes reconnues comme des fiches qui existent sont ignorées.`,
    update: t`Les lignes qui ne correspondent à aucune fiche sont refusées.`,
    upsert: t`Une ligne reconnue met sa fiche à jour, une autre en crée une.`,
  }
  const changes = settings.mode !== 'create'
  const matched = keys.some(({ key }) => key === settings.match_on) ? (settings.match_on ?? '') : ''
  return (
    <Card title={<Trans>Ce que deviennent les lignes</Trans>}>
      <div className={classes['rules']}>
        <Choice
          legend={t`Ajouter ou mettre à jour`}
          value={settings.mode}
          options={(['create', 'upsert', 'update'] as const).map((mode) => ({ value: mode, label: modes[mode], hint: consequences[mode] }))}
          onChange={(mode) => change({ mode })}
        />
        {object.parts.length > 1 ? (
          <p className={classes['known']}>
            <Trans>
              Un client est reconnu à son identifiant, une police à son numéro et à son client, une quittance à son numéro et à sa police.
              Les lignes qui parlent de la même fiche se complètent; une ligne répétée est ignorée.
            </Trans>
          </p>
        ) : (
          <SelectField
            label={t`Une ligne est une fiche qui existe quand elle a le même`}
            hint={
              keys.length < object.match_keys.length
                ? t`Seuls les champs remplis par une colonne peuvent servir.`
                : t`Deux fiches qui ont la même valeur rendent la ligne ambiguë: elle est refusée.`
            }
            error={changes && matched === '' ? t`Choisissez un champ pour reconnaître les fiches à mettre à jour.` : undefined}
            value={matched}
            none={changes ? t`Choisir…` : t`Aucun: ne pas chercher`}
            options={keys.map(({ key, label }) => ({ value: key, label }))}
            onChange={(event) => change({ match_on: event.target.value || null })}
          />
        )}
        {changes && (
          <Choice
            legend={t`Une cellule vide`}
            value={settings.empty_cells}
            options={[
              { value: 'keep', label: t`Garde l’ancienne valeur`, hint: t`Le fichier complète les fiches, il n’y efface rien.` },
              {
                value: 'clear',
                label: t`Efface l’ancienne valeur`,
                hint: t`La fiche devient ce que dit le fichier, même quand il ne dit rien.`,
              },
            ]}
            onChange={(value) => change({ empty_cells: value })}
          />
        )}
        <Choice
          legend={t`Une cellule illisible`}
          value={settings.bad_cells}
          options={[
            { value: 'reject', label: t`Refuse sa ligne`, hint: t`Vous la retrouvez dans le fichier des lignes refusées, à corriger.` },
            { value: 'blank', label: t`Reste vide`, hint: t`Le reste de la ligne est importé; le bilan compte les valeurs perdues.` },
          ]}
          onChange={(value) => change({ bad_cells: value })}
        />
        {object.defaults.includes('bills') && (
          <Choice
            legend={t`Une quittance dont le fichier ne dit pas le règlement`}
            value={settings.bills}
            options={[
              { value: 'due', label: t`Reste à régler`, hint: t`Elle compte dans le solde du client, et son retard dans le recouvrement.` },
              {
                value: 'settled',
                label: t`Est réglée`,
                hint: t`Un règlement repris la solde à son échéance: le passé entre sans faire de créance.`,
              },
            ]}
            onChange={(bills) => change({ bills })}
          />
        )}
        <StandIns object={object} settings={settings} change={change} />
        {(object.from_source || mapping.some(({ field }) => field === 'external_id')) && (
          <SourceField value={settings.source} onChange={(source) => change({ source })} />
        )}
      </div>
    </Card>
  )
}
