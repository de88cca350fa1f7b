import { Trans, useLingui } from '@lingui/react/macro'
import { useParams } from '@tanstack/react-router'
import { useRead } from '#kernel/web/query.ts'
import { Card } from '#kernel/web/ui/card.tsx'
import { Chip } from '#kernel/web/ui/chip.tsx'
import { Moment } from '#kernel/web/ui/moment.tsx'
import { Page } from '#kernel/web/ui/page.tsx'
import { documentOperations } from '../../contract.ts'
import { BatchProgress } from './batch-progress.tsx'
import { batchTones, useBatchWords } from './use-batch-words.ts'

/** Letters made together: how far they are, and their files to print. */
export const BatchPage = () => {
  const { t } = useLingui()
  const { id = '' } = useParams({ strict: false })
  const states = useBatchWords()
  const { data } = useRead(documentOperations.getBatch, { id })
  return (
    <Page
      width="narrow"
      title={data?.title ?? t`Courriers en nombre`}
      back={{ to: '/document-batches', label: <Trans>Courriers en nombre</Trans> }}
      {...(data && {
        count: <Chip tone={batchTones[data.state]}>{states[data.state]}</Chip>,
        intro: (
          <>
            <bdi>{data.created_by_name}</bdi> · <Moment at={data.created_at} />
          </>
        ),
      })}
    >
      <Card>
        <BatchProgress batchId={id} />
      </Card>
    </Page>
  )
}
