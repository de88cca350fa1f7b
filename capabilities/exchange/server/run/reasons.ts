import { sql, type RawBuilder } from 'kysely'
import type { Sentence } from '#kernel/shared/problem.ts'

/** Why a row was not applied, beyond what is wrong with one of its cells. `{text}` is the value concerned. */
export const rowReasons = {
  exists: /*i18n*/ { id: 'exchange.row.exists', message: 'Existe déjà' },
  duplicate_in_file: /*i18n*/ { id: 'exchange.row.duplicate_in_file', message: 'Même enregistrement qu’à la ligne {line} du fichier' },
  repeated_row: /*i18n*/ { id: 'exchange.row.repeated_row', message: 'Répète la ligne {line} du fichier' },
  not_found: /*i18n*/ { id: 'exchange.row.not_found', message: 'Aucun enregistrement ne correspond' },
  ambiguous: /*i18n*/ { id: 'exchange.row.ambiguous', message: '{count} enregistrements correspondent' },
  in_bin: /*i18n*/ { id: 'exchange.row.in_bin', message: 'L’enregistrement correspondant est dans la corbeille' },
  out_of_reach: /*i18n*/ { id: 'exchange.row.out_of_reach', message: 'Un enregistrement semblable existe dans une autre agence' },
  agency_out_of_reach: /*i18n*/ { id: 'exchange.row.agency_out_of_reach', message: 'Cette agence n’est pas dans votre périmètre' },
  identifier_taken: /*i18n*/ {
    id: 'exchange.row.identifier_taken',
    message: '« {text} » est déjà l’identifiant d’un autre enregistrement',
  },
  relation_unknown: /*i18n*/ { id: 'exchange.cell.relation_unknown', message: '« {text} » ne correspond à rien de connu' },
  relation_ambiguous: /*i18n*/ { id: 'exchange.cell.relation_ambiguous', message: '« {text} » peut désigner plusieurs enregistrements' },
  edited_since: /*i18n*/ { id: 'exchange.revert.edited_since', message: 'Conservé : modifié depuis l’import' },
} satisfies Record<string, Sentence>

export type RowReason = keyof typeof rowReasons

/** A reason as it is kept, its values taken from SQL expressions. */
export const reasonSql = (
  code: RowReason,
  field: string | null,
  values: Readonly<Record<string, RawBuilder<unknown>>> = {},
): RawBuilder<unknown> => {
  const names = Object.entries(values).map(([name, value]) => sql`${sql.lit(name)}, ${value}`)
  return sql`jsonb_build_object('code', ${sql.lit(code)}, 'field', ${field === null ? sql`null::text` : sql.lit(field)}, 'sentence',
    ${sql.lit(JSON.stringify(rowReasons[code]))}::jsonb || jsonb_build_object('values', jsonb_build_object(${names.length === 0 ? sql`` : sql.join(names)})))`
}
