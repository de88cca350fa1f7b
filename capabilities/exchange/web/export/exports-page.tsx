import { useInfiniteQuery } from '@tanstack/react-query'
import { Trans, useLingui } from '@lingui/react/macro'
import { FileOutput } from 'lucide-react'
import { call } from '#kernel/web/api.ts'
import { useSession } from '#kernel/web/session.tsx'
import { Blank, Failure } from '#kernel/web/ui/blank.tsx'
import { Button, LinkButton } from '#kernel/web/ui/button.tsx'
import { Card } from '#kernel/web/ui/card.tsx'
import { Page } from '#kernel/web/ui/page.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { exchangeOperations } from '../../contract.ts'
import { ExportTable } from './export-table.tsx'

const aPage = 50

/** «Exports»: the files that one has asked for, and takes here as long as they are kept. */
export const ExportsPage = () => {
  const { t } = useLingui()
  const { can } = useSession()
  const { data, error, refetch, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [exchangeOperations.listExports.name, 'pages'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(exchangeOperations.listExports, { limit: aPage, total: 'none', ...(pageParam && { cursor: pageParam }) }, { signal }),
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  })
  const runs = data?.pages.flatMap((page) => page.data) ?? []
  return (
    <Page
      title={t`Exports`}
      intro={<Trans>Vos fichiers, gardés sept jours. Vous seul les voyez; chaque téléchargement est inscrit au journal.</Trans>}
    >
      <Card flush>
        {isPending ? (
          <SkeletonRows />
        ) : error ? (
          <Failure error={error} again={refetch} />
        ) : runs.length === 0 ? (
          <Blank
            icon={<FileOutput aria-hidden="true" />}
            title={<Trans>Aucun export pour l’instant</Trans>}
            acts={
              can('contact.export') && (
                <LinkButton to="/contacts" kind="primary">
                  <Trans>Ouvrir les clients</Trans>
                </LinkButton>
              )
            }
          >
            <Trans>Ouvrez une liste, cherchez ou filtrez ce qu’il vous faut, puis choisissez «Exporter».</Trans>
          </Blank>
        ) : (
          <ExportTable runs={runs} />
        )}
      </Card>
      {hasNextPage && (
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          <Trans>Voir les suivants</Trans>
        </Button>
      )}
    </Page>
  )
}
