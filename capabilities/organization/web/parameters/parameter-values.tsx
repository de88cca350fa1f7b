import { Trans } from '@lingui/react/macro'
import { DatedHistory } from '#kernel/web/forms/figures/dated-history.tsx'
import type { FigureShape } from '#kernel/web/forms/figures/figures.ts'
import type { ParameterHistory } from '../../parameter-shapes.ts'

/** Every value of a parameter, the latest first. */
export const ParameterValues = ({
  parameter: { values, current },
  shape,
  onRemove,
}: {
  parameter: ParameterHistory
  shape: FigureShape
  /** Takes a coming value back, by its day; null for who may not. */
  onRemove: ((day: string) => void) | null
}) => (
  <section>
    <h3>
      <Trans>Historique</Trans>
    </h3>
    <DatedHistory
      entries={values.map((one) => ({
        key: `${one.effective_from} ${one.id ?? ''}`,
        from: one.effective_from,
        value: one.value,
        shape,
        basis: one.legal_basis,
        by: one.created_by_name,
        note: one.note,
        current: one.id === current.id && one.effective_from === current.effective_from,
        onRemove: one.id !== null && onRemove ? () => onRemove(one.effective_from) : undefined,
      }))}
    />
  </section>
)
