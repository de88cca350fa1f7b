import { useEffect, useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { ApiProblem, call } from '#kernel/web/api.ts'
import { Notice } from '#kernel/web/forms/notice.tsx'
import { Segments } from '#kernel/web/forms/segments.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import type { ListToolProps } from '#kernel/web/ui/list/list-tools.ts'
import { exchangeOperations, type ExportObject, type ExportRun } from '../../contract.ts'
import { ColumnChoice } from './column-choice.tsx'
import { columnsInSight } from './export-columns.ts'
import classes from './export.module.css'

type Count = number | null | undefined

/** How many rows the file will have; undefined until known, null when it could not be told. */
const useRowCount = (count: ListToolProps['count']): Count => {
  const [rows, setRows] = useState<Count>(undefined)
  useEffect(() => {
    let gone = false
    count()
      .catch(() => null)
      .then((number) => !gone && setRows(number))
      .catch(() => undefined)
    return () => {
      gone = true
    }
  }, [count])
  return rows
}

interface ExportFormProps {
  readonly object: ExportObject
  readonly tool: ListToolProps
  readonly onBegun: (run: ExportRun) => void
  readonly onClose: () => void
}

/** What leaves: the rows as the list is asked for now, the kind of file, its columns. */
export const ExportForm = ({ object, tool, onBegun, onClose }: ExportFormProps) => {
  const { t } = useLingui()
  const { question } = tool
  const rows = useRowCount(tool.count)
  const [format, setFormat] = useState<'csv' | 'xlsx'>('xlsx')
  const [columns, setColumns] = useState(() => columnsInSight(object, tool.columns))
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)
  const narrowed = question.q !== '' || question.filter !== null
  const leavesMasked = object.columns.some(({ key, masked }) => masked && columns.includes(key))
  const begin = async () => {
    setAsked(true)
    if (columns.length === 0) return
    setBusy(true)
    setRefusal(null)
    try {
      const { q, filter, sort } = question
      onBegun(
        await call(exchangeOperations.createExport, {
          object: object.object,
          ...(q && { q }),
          ...(filter && { filter }),
          sort,
          columns,
          format,
        }),
      )
    } catch (error) {
      setRefusal(error instanceof ApiProblem && error.status > 0 ? error.message : t`Le serveur ne répond pas. Réessayez.`)
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={t`Exporter la liste`}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>
            <Trans>Annuler</Trans>
          </Button>
          <Button kind="primary" busy={busy} disabled={rows === 0} onClick={() => void begin()}>
            <Trans>Exporter</Trans>
          </Button>
        </>
      }
    >
      <div className={classes['form']}>
        {refusal !== null && <Notice tone="bad">{refusal}</Notice>}
        <p className={classes['scope']} aria-live="polite">
          <b>{rows === undefined ? t`Comptage…` : rows === null ? t`Toutes les lignes` : tool.inWords(rows)}</b>
          <span>
            {narrowed ? (
              <Trans>de cette liste, avec sa recherche et ses filtres du moment</Trans>
            ) : (
              <Trans>de cette liste, sans recherche ni filtre</Trans>
            )}
          </span>
        </p>
        <Segments
          label={t`Fichier`}
          value={format}
          options={[
            { value: 'xlsx', label: 'Excel' },
            { value: 'csv', label: 'CSV' },
          ]}
          onChange={setFormat}
        />
        <ColumnChoice
          object={object}
          shown={tool.columns}
          value={columns}
          onChange={setColumns}
          error={asked && columns.length === 0 ? t`Choisissez au moins une colonne.` : undefined}
        />
        {leavesMasked && (
          <p className={classes['about']}>
            <Trans>Les colonnes masquées ne gardent que leurs derniers caractères dans le fichier, comme à l’écran.</Trans>
          </p>
        )}
      </div>
    </Dialog>
  )
}
