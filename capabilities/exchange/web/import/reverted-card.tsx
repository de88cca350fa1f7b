import { Trans } from '@lingui/react/macro'
import { useFormats } from '#kernel/web/formats.ts'
import { Card } from '#kernel/web/ui/card.tsx'
import { KeyValues } from '#kernel/web/ui/key-values.tsx'
import type { ImportRun } from '../../contract.ts'

/** What became of the records when the import was undone. */
export const RevertedCard = ({ reverted }: { reverted: NonNullable<ImportRun['reverted']> }) => {
  const { count } = useFormats()
  const figure = (value: number) => <bdi>{count(value)}</bdi>
  return (
    <Card title={<Trans>Ce qui a été défait</Trans>}>
      <KeyValues
        facts={[
          { key: 'removed', name: <Trans>Fiches créées, disparues</Trans>, value: figure(reverted.removed) },
          { key: 'binned', name: <Trans>Fiches créées, mises à la corbeille (utilisées depuis)</Trans>, value: figure(reverted.binned) },
          { key: 'restored', name: <Trans>Fiches modifiées, revenues à leurs valeurs</Trans>, value: figure(reverted.restored) },
          { key: 'kept', name: <Trans>Fiches gardées (changées depuis)</Trans>, value: figure(reverted.kept) },
        ]}
      />
    </Card>
  )
}
