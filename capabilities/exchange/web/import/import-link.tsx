import { Trans, useLingui } from '@lingui/react/macro'
import { FileInput } from 'lucide-react'
import { useRead } from '#kernel/web/query.ts'
import { useSession } from '#kernel/web/session.tsx'
import { LinkButton } from '#kernel/web/ui/button.tsx'
import type { ListToolProps } from '#kernel/web/ui/list/list-tools.ts'
import { exchangeOperations } from '../../contract.ts'
import classes from './import.module.css'

/** «Importer», beside the list of what a file can bring in; in an empty list it says the whole of it. */
export const ImportLink = ({ list, place }: Pick<ListToolProps, 'list' | 'place'>) => {
  const { t } = useLingui()
  const { can } = useSession()
  const may = can('import.create') && can(`${list}.import`)
  const { data } = useRead(exchangeOperations.listImportObjects, {}, { enabled: may, staleTime: Infinity })
  const object = data?.data.find(({ record }) => record === list)?.object
  if (!may || object === undefined) return null
  const icon = <FileInput aria-hidden="true" />
  return place === 'empty' ? (
    <LinkButton to="/imports/new" search={{ object }} icon={icon}>
      <Trans>Importer un fichier</Trans>
    </LinkButton>
  ) : (
    <LinkButton to="/imports/new" search={{ object }} kind="quiet" className={classes['tool']} aria-label={t`Importer`} icon={icon}>
      <Trans>Importer</Trans>
    </LinkButton>
  )
}
