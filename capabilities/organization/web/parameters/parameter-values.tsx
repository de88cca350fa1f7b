import { Trans, useLingui } from '@lingui/react/macro'
import { Trash2 } from 'lucide-react'
import { useFormats } from '#kernel/web/formats.ts'
import { FigureView } from '#kernel/web/forms/figures/figure-view.tsx'
import type { FigureShape } from '#kernel/web/forms/figures/figures.ts'
import { IconButton } from '#kernel/web/ui/button.tsx'
import { Chip } from '#kernel/web/ui/chip.tsx'
import { DayText } from '#kernel/web/ui/moment.tsx'
import type { DatedParameterValue, ParameterHistory } from '../../parameter-shapes.ts'
import classes from './parameters.module.css'

const same = (one: DatedParameterValue, other: DatedParameterValue): boolean =>
  one.id === other.id && one.effective_from === other.effective_from

/** Every value of a parameter, the latest first: since when, why, and by whom. */
export const ParameterValues = ({
  parameter: { values, current },
  shape,
  onRemove,
}: {
  parameter: ParameterHistory
  shape: FigureShape
  /** Takes a coming value back, by its day; null for who may not. */
  onRemove: ((day: string) => void) | null
}) => {
  const { t } = useLingui()
  const { today } = useFormats()
  return (
    <section>
      <h3>
        <Trans>Historique</Trans>
      </h3>
      <ol className={classes['history']}>
        {values.map((one) => {
          const coming = one.effective_from > today()
          const now = same(one, current)
          return (
            <li key={`${one.effective_from} ${one.id ?? ''}`} data-past={!coming && !now ? '' : undefined}>
              <header>
                <strong>
                  <Trans>
                    À partir du <DayText day={one.effective_from} />
                  </Trans>
                </strong>
                {now && (
                  <Chip tone="good">
                    <Trans>En vigueur</Trans>
                  </Chip>
                )}
                {coming && (
                  <Chip tone="info">
                    <Trans>À venir</Trans>
                  </Chip>
                )}
                {coming && one.id !== null && onRemove && (
                  <IconButton size="small" label={t`Retirer cette valeur`} onClick={() => onRemove(one.effective_from)}>
                    <Trash2 aria-hidden="true" />
                  </IconButton>
                )}
              </header>
              {shape.scalar ? (
                <FigureView shape={shape} value={one.value} />
              ) : (
                !now && (
                  <details>
                    <summary>
                      <Trans>Voir le tableau</Trans>
                    </summary>
                    <FigureView shape={shape} value={one.value} />
                  </details>
                )
              )}
              <p>
                {one.legal_basis && <bdi>{one.legal_basis}</bdi>}
                {one.legal_basis && ' · '}
                {one.created_by_name === null ? <Trans>valeur du programme</Trans> : <bdi>{one.created_by_name}</bdi>}
              </p>
              {one.note && (
                <p>
                  <bdi>{one.note}</bdi>
                </p>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
