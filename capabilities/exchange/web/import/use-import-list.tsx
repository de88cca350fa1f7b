import { useMemo } from 'react'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { call } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { useRead } from '#kernel/web/query.ts'
import { useMe, useSession } from '#kernel/web/session.tsx'
import { Chip } from '#kernel/web/ui/chip.tsx'
import type { Column, ListDefinition } from '#kernel/web/ui/list/definition.ts'
import { Moment } from '#kernel/web/ui/moment.tsx'
import { identityOperations } from '#capabilities/identity/contract.ts'
import { colleagueSearch } from '#capabilities/identity/web/index.ts'
import { exchangeOperations, type ImportRun } from '../../contract.ts'
import { shareDone } from './use-import-work.ts'
import { stateTones, useImportWords, workingStates } from './use-import-words.ts'

/** The history of imports: its columns, what may be asked of each, its views. */
export const useImportList = (): ListDefinition<ImportRun> => {
  const { t, i18n } = useLingui()
  const { count, share } = useFormats()
  const { states } = useImportWords()
  const me = useMe()
  const { can } = useSession()
  const objects = useRead(exchangeOperations.listImportObjects, {}, { enabled: can('import.view') }).data?.data
  return useMemo(() => {
    const common = { sortable: true, filterable: true, shown: true }
    const figure = (value: (run: ImportRun) => number) => (run: ImportRun) => {
      const number = value(run)
      return number === 0 ? <span aria-hidden="true">–</span> : <bdi>{count(number)}</bdi>
    }
    const figureColumn = (key: string, label: string, value: (run: ImportRun) => number): Column<ImportRun> => ({
      key,
      label,
      kind: 'integer',
      width: 88,
      shown: true,
      align: 'end',
      cell: figure(value),
    })
    const state = (run: ImportRun) => {
      const done = shareDone(run)
      return (
        <Chip tone={stateTones[run.state]}>
          {states[run.state]}
          {done !== null && done > 0 && <> {share(Math.floor(done * 100) / 100)}</>}
        </Chip>
      )
    }
    const columns: readonly Column<ImportRun>[] = [
      { key: 'file_name', label: t`Fichier`, kind: 'text', width: 214, ...common, cell: (run) => <bdi>{run.file_name}</bdi> },
      {
        key: 'object',
        label: t`Contenu`,
        kind: 'choice',
        width: 108,
        ...common,
        values: { options: (objects ?? []).map((one) => ({ value: one.object, label: one.label })) },
        cell: (run) => run.object_label,
      },
      {
        key: 'state',
        label: t`État`,
        kind: 'choice',
        width: 160,
        ...common,
        values: { options: Object.entries(states).map(([value, label]) => ({ value, label })) },
        cell: state,
      },
      figureColumn('rows_read', t`Lignes lues`, (run) => run.counts.rows_read),
      figureColumn('created', t`Créées`, (run) => run.counts.created),
      figureColumn('updated', t`Modifiées`, (run) => run.counts.updated),
      figureColumn('skipped', t`Ignorées`, (run) => run.counts.skipped),
      figureColumn('rejected', t`Refusées`, (run) => run.counts.rejected),
      {
        key: 'per_object',
        label: t`Fiches créées`,
        kind: 'text',
        width: 220,
        shown: true,
        cell: (run) => (
          <bdi>
            {run.per_object
              .filter(({ created }) => created > 0)
              .map(({ label, created }) => `${label}\u00a0: ${count(created)}`)
              .join(' · ')}
          </bdi>
        ),
      },
      {
        key: 'made_by',
        label: t`Par`,
        kind: 'reference',
        width: 136,
        ...common,
        sortable: false,
        values: { search: colleagueSearch(), name: async (id) => (await call(identityOperations.getUser, { id })).name },
        cell: (run) => <bdi>{run.made_by.name}</bdi>,
      },
      { key: 'created_at', label: t`Envoyé`, kind: 'instant', width: 120, ...common, cell: (run) => <Moment at={run.created_at} /> },
    ]
    return {
      name: 'import',
      read: (request, options) => call(exchangeOperations.listImports, request, options),
      columns,
      defaultSort: '-created_at',
      words: {
        title: t`Imports`,
        count: (number) => plural(number, { one: '# import', other: '# imports' }),
        beyondCount: t`plus de ${i18n.number(10_000)} imports`,
        search: t`Nom du fichier…`,
        selected: (number) => plural(number, { one: '# import choisi', other: '# imports choisis' }),
        news: (number) => plural(number, { one: '# nouvel import', other: '# nouveaux imports' }),
        noMatch: t`Aucun import ne correspond à ces filtres`,
      },
      views: [
        { key: 'all', label: t`Tous les imports`, filter: null },
        { key: 'mine', label: t`Mes imports`, filter: { made_by: me.id } },
        { key: 'running', label: t`En cours`, filter: { state: { in: workingStates } } },
        { key: 'waiting', label: t`À terminer`, filter: { state: { in: ['needs_answer', 'ready', 'checked', 'failed'] } } },
      ],
      titleOf: (run) => run.file_name,
      pathOf: (run) => `/imports/${run.id}`,
      phone: (run) => ({
        title: <bdi>{run.file_name}</bdi>,
        detail: (
          <>
            {run.object_label} · <Moment at={run.created_at} />
          </>
        ),
        aside: state(run),
      }),
    }
  }, [t, i18n, count, share, states, me.id, objects])
}
