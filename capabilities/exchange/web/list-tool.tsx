import type { ListToolProps } from '#kernel/web/ui/list/list-tools.ts'
import { ListExport } from './export/list-export.tsx'
import { ImportLink } from './import/import-link.tsx'

/** What files do for every list: bring records in, take the list out. */
export const ListTool = (props: ListToolProps) => (
  <>
    <ImportLink list={props.list} place={props.place} />
    <ListExport {...props} />
  </>
)
