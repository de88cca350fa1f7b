import { Trans, useLingui } from '@lingui/react/macro'
import { Fold } from '#kernel/web/forms/fold.tsx'
import { Notice } from '#kernel/web/forms/notice.tsx'
import { useFormats } from '#kernel/web/formats.ts'
import { Card } from '#kernel/web/ui/card.tsx'
import type { ImportObject, ImportPreview, ImportRun } from '../../contract.ts'
import { ReadingChoices } from './reading-choices.tsx'
import { RowsPreview } from './rows-preview.tsx'
import { useReadingWords } from './use-reading-words.ts'
import type { SettingsHand } from './use-settings.ts'
import classes from './reading-card.module.css'

/** How the file is read: said in one line, shown on its first rows, corrected where it was taken wrongly. */
export const ReadingCard = ({
  run,
  preview,
  objects,
  object,
  hand,
}: {
  run: ImportRun
  preview: ImportPreview
  objects: readonly ImportObject[]
  object: ImportObject
  hand: SettingsHand
}) => {
  const { t } = useLingui()
  const { count } = useFormats()
  const words = useReadingWords()
  const { settings } = hand
  const headerLine = preview.header_line
  const sheet = preview.sheet
  const facts = [
    preview.format === 'csv' ? t`Texte CSV` : t`Classeur Excel`,
    preview.encoding && (words.encodings[preview.encoding] ?? preview.encoding),
    preview.separator && words.separatorFact(preview.separator),
    sheet !== null && preview.sheets.length > 1 && t`feuille «${sheet}»`,
    headerLine === null ? t`sans ligne de titres` : t`titres à la ligne ${count(headerLine)}`,
    preview.rows_total !== null && words.rows(preview.rows_total),
    words.columns(preview.columns.length),
  ].filter(Boolean)
  const chosen = [settings.encoding, settings.separator, settings.quote, settings.sheet, settings.header_line].some((one) => one !== null)
  return (
    <Card title={<Trans>Ce qui a été compris du fichier</Trans>} flush>
      <div className={classes['head']} data-stale={run.state === 'reading' ? '' : undefined}>
        <p>{facts.join(' · ')}</p>
        {preview.doubts.map((doubt) => (
          <Notice key={doubt} tone="warn">
            {words.doubts[doubt] ?? doubt}
          </Notice>
        ))}
        {preview.flaws.map((flaw) => (
          <Notice key={flaw.code} tone="warn">
            {flaw.message} · {words.rows(flaw.rows)}
          </Notice>
        ))}
      </div>
      <RowsPreview preview={preview} object={object} mapping={hand.mapping} stale={run.state === 'reading'} />
      <div className={classes['fold']}>
        <Fold
          title={<Trans>Corriger la lecture</Trans>}
          about={<Trans>encodage, séparateur, feuille, titres, dates, nombres</Trans>}
          open={chosen}
        >
          <ReadingChoices run={run} preview={preview} objects={objects} hand={hand} />
        </Fold>
      </div>
    </Card>
  )
}
