import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { FileOutput } from 'lucide-react'
import { useRead } from '#kernel/web/query.ts'
import { useSession } from '#kernel/web/session.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import type { ListToolProps } from '#kernel/web/ui/list/list-tools.ts'
import { exchangeOperations } from '../../contract.ts'
import { ExportDialog } from './export-dialog.tsx'
import classes from './export.module.css'

/** «Exporter», beside a list that may leave as a file, for who may take it; an empty list has nothing to take. */
export const ListExport = (props: ListToolProps) => {
  const { t } = useLingui()
  const { can } = useSession()
  const [open, setOpen] = useState(false)
  const may = can('export.create') && can(`${props.list}.export`)
  const { data } = useRead(exchangeOperations.listExportObjects, {}, { enabled: may, staleTime: Infinity })
  const object = data?.data.find(({ record }) => record === props.list)
  if (!may || object === undefined || props.place === 'empty') return null
  return (
    <>
      <Button
        kind="quiet"
        className={classes['tool']}
        icon={<FileOutput aria-hidden="true" />}
        aria-label={t`Exporter`}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Trans>Exporter</Trans>
      </Button>
      {open && <ExportDialog object={object} tool={props} onClose={() => setOpen(false)} />}
    </>
  )
}
