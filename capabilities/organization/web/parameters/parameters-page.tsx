import { useState } from 'react'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useRead } from '#kernel/web/query.ts'
import { Failure } from '#kernel/web/ui/blank.tsx'
import { Card } from '#kernel/web/ui/card.tsx'
import { Chip } from '#kernel/web/ui/chip.tsx'
import { DayText } from '#kernel/web/ui/moment.tsx'
import { Page } from '#kernel/web/ui/page.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import table from '#kernel/web/ui/table.module.css'
import { organizationOperations } from '../../contract.ts'
import type { ParameterRow } from '../../parameter-shapes.ts'
import { parameterGroups, type ParameterCode } from '../../parameters.ts'
import { ParameterPanel } from './parameter-panel.tsx'
import { ValueInLine } from './value-in-line.tsx'
import { useParameterWords } from './use-parameter-words.ts'
import classes from './parameters.module.css'

const Line = ({ row, onOpen }: { row: ParameterRow; onOpen: () => void }) => {
  const words = useParameterWords()
  const { name, about } = words.parameter[row.code]
  const { current, next } = row
  const sure = current.confidence === null ? null : words.confidence[current.confidence]
  return (
    <tr>
      <td className={classes['name']}>
        <button type="button" onClick={onOpen}>
          {name}
        </button>
        <small>{about}</small>
      </td>
      <td className={classes['value']}>
        <ValueInLine row={row} />
        {next && (
          <small>
            <Trans>
              change le <DayText day={next.effective_from} />
            </Trans>
          </small>
        )}
      </td>
      <td className={classes['basis']}>
        {current.legal_basis && <bdi>{current.legal_basis}</bdi>}
        {current.id !== null && current.created_by_name !== null && (
          <small>
            <Trans>
              <bdi>{current.created_by_name}</bdi>, depuis le <DayText day={current.effective_from} />
            </Trans>
          </small>
        )}
      </td>
      <td className={classes['sure']}>
        {sure ? (
          <Chip tone={sure.tone}>{sure.label}</Chip>
        ) : (
          <Chip tone="accent">
            <Trans>Valeur de la compagnie</Trans>
          </Chip>
        )}
      </td>
    </tr>
  )
}

/** «Paramètres réglementaires»: rates, delays and thresholds as they stand today, with what they rest on. */
export const ParametersPage = () => {
  const { t } = useLingui()
  const words = useParameterWords()
  const { data, error, refetch } = useRead(organizationOperations.listParameters, {})
  const [opened, setOpened] = useState<ParameterCode | null>(null)
  return (
    <Page
      title={t`Barèmes et délais`}
      count={data && <Plural value={data.data.length} one="# paramètre" other="# paramètres" />}
      intro={
        <Trans>
          Les paramètres réglementaires: taux, délais et seuils de la loi et du marché. Une nouvelle valeur s’applique à partir de sa date;
          ce qui valait avant reste inchangé.
        </Trans>
      }
    >
      {data ? (
        parameterGroups.map((group) => (
          <Card key={group} title={words.group[group]} flush>
            <table className={`${table['table'] ?? ''} ${classes['lines'] ?? ''}`}>
              <thead>
                <tr>
                  <th scope="col">
                    <Trans>Paramètre</Trans>
                  </th>
                  <th scope="col">
                    <Trans>En vigueur</Trans>
                  </th>
                  <th scope="col">
                    <Trans>Base légale</Trans>
                  </th>
                  <th scope="col">
                    <Trans>Fiabilité</Trans>
                  </th>
                </tr>
              </thead>
              <tbody>
                {data.data
                  .filter((row) => row.group === group)
                  .map((row) => (
                    <Line key={row.code} row={row} onOpen={() => setOpened(row.code)} />
                  ))}
              </tbody>
            </table>
          </Card>
        ))
      ) : error ? (
        <Failure error={error} again={() => refetch()} />
      ) : (
        <SkeletonRows rows={12} />
      )}
      {opened && <ParameterPanel code={opened} onClose={() => setOpened(null)} />}
    </Page>
  )
}
