import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { Mails } from 'lucide-react'
import { call } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { Blank, Failure } from '#kernel/web/ui/blank.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { Card } from '#kernel/web/ui/card.tsx'
import { Chip } from '#kernel/web/ui/chip.tsx'
import { Moment } from '#kernel/web/ui/moment.tsx'
import { Page } from '#kernel/web/ui/page.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import table from '#kernel/web/ui/table.module.css'
import { documentOperations, type DocumentBatch } from '../../contract.ts'
import { batchTones, useBatchWords } from './use-batch-words.ts'

const aPage = 50

const BatchTable = ({ batches }: { batches: readonly DocumentBatch[] }) => {
  const { count } = useFormats()
  const states = useBatchWords()
  return (
    <div className={table['scroll']}>
      <table className={table['table']}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Lot</Trans>
            </th>
            <th scope="col">
              <Trans>État</Trans>
            </th>
            <th scope="col" className={table['end']}>
              <Trans>Courriers</Trans>
            </th>
            <th scope="col" className={table['wide']}>
              <Trans>Demandé par</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {batches.map((batch) => (
            <tr key={batch.id}>
              <td>
                <Link to={`/document-batches/${batch.id}`}>
                  <bdi>{batch.title}</bdi>
                </Link>
                <small>
                  <Moment at={batch.created_at} />
                </small>
              </td>
              <td>
                <Chip tone={batchTones[batch.state]}>{states[batch.state]}</Chip>
              </td>
              <td className={table['end']}>
                <bdi>{count(batch.wanted)}</bdi>
              </td>
              <td className={table['wide']}>
                <bdi>{batch.created_by_name}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** «Courriers en nombre»: the batches that one asked for, newest first. */
export const BatchesPage = () => {
  const { t } = useLingui()
  const { data, error, refetch, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [documentOperations.listBatches.name, 'pages'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call(documentOperations.listBatches, { limit: aPage, total: 'none', ...(pageParam !== '' && { cursor: pageParam }) }, { signal }),
    getNextPageParam: (page) => page.next_cursor,
  })
  const batches = data?.pages.flatMap((page) => page.data) ?? []
  return (
    <Page
      title={t`Courriers en nombre`}
      intro={<Trans>Avis et mises en demeure écrits ensemble, prêts à imprimer l’un derrière l’autre.</Trans>}
    >
      <Card flush>
        {isPending ? (
          <SkeletonRows />
        ) : error && batches.length === 0 ? (
          <Failure error={error} again={refetch} />
        ) : batches.length === 0 ? (
          <Blank icon={<Mails aria-hidden="true" />} title={<Trans>Aucun courrier en nombre pour l’instant</Trans>}>
            <Trans>Ils se demandent là où l’on choisit à qui écrire: échéances, recouvrement.</Trans>
          </Blank>
        ) : (
          <BatchTable batches={batches} />
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
