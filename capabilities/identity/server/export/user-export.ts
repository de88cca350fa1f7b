import { sql } from 'kysely'
import type { Exportable } from '#kernel/server/exportable.ts'
import { userImportFields } from '../import/user-fields.ts'
import { userList } from '../users.ts'

const field = (key: string) => {
  const found = userImportFields.find((one) => one.key === key)
  return { key, label: found?.label ?? { id: key, message: key }, ...(found?.choices && { choices: found.choices }) }
}

const scopeChoices = [
  { value: 'own', label: /*i18n*/ { id: 'user.scope.own', message: 'Ses propres dossiers' } },
  { value: 'agency', label: /*i18n*/ { id: 'user.scope.agency', message: 'Son agence' } },
  { value: 'region', label: /*i18n*/ { id: 'user.scope.region', message: 'Sa région' } },
  { value: 'organization', label: /*i18n*/ { id: 'user.scope.organization', message: 'Toute l’organisation' } },
]

const statusChoices = [
  { value: 'invited', label: /*i18n*/ { id: 'user.status.invited', message: 'Pas encore membre' } },
  { value: 'active', label: /*i18n*/ { id: 'user.status.active', message: 'Actif' } },
  { value: 'suspended', label: /*i18n*/ { id: 'user.status.suspended', message: 'Suspendu' } },
]

/** The people of the organization as a file. */
export const userExport: Exportable = {
  object: 'users',
  permission: 'user',
  label: /*i18n*/ { id: 'import.users', message: 'Utilisateurs' },
  list: userList,
  columns: () => [
    { ...field('name'), kind: 'text', value: sql`u.name` },
    { ...field('email'), kind: 'text', value: sql`u.email` },
    {
      key: 'user_name',
      label: /*i18n*/ { id: 'user.field.user_name', message: 'Nom d’utilisateur' },
      kind: 'text',
      value: sql`u.user_name`,
      unusual: true,
    },
    { ...field('phone'), kind: 'phone', value: sql`u.phone` },
    { ...field('function'), kind: 'text', value: sql`u.function` },
    { ...field('role'), kind: 'choice', value: sql`u.role` },
    {
      key: 'scope',
      label: /*i18n*/ { id: 'user.field.scope', message: 'Périmètre' },
      kind: 'choice',
      value: sql`u.scope`,
      choices: scopeChoices,
    },
    {
      key: 'status',
      label: /*i18n*/ { id: 'user.field.status', message: 'État' },
      kind: 'choice',
      value: sql`u.status`,
      choices: statusChoices,
    },
    { ...field('agency'), kind: 'code', value: sql`a.number`, onScreen: ['agency_id'] },
    {
      key: 'agency_name',
      label: /*i18n*/ { id: 'user.field.agency_name', message: 'Nom de l’agence' },
      kind: 'text',
      value: sql`a.name`,
      onScreen: ['agency_id'],
    },
    { ...field('language'), kind: 'choice', value: sql`u.language`, unusual: true },
    {
      key: 'confirmed_at',
      label: /*i18n*/ { id: 'user.field.confirmed_at', message: 'A rejoint le' },
      kind: 'instant',
      value: sql`u.confirmed_at`,
    },
    {
      key: 'last_seen_at',
      label: /*i18n*/ { id: 'user.field.last_seen_at', message: 'Dernière visite' },
      kind: 'instant',
      value: sql`u.last_seen_at`,
    },
    {
      key: 'created_at',
      label: /*i18n*/ { id: 'user.field.created_at', message: 'Créé le' },
      kind: 'instant',
      value: sql`u.created_at`,
      unusual: true,
    },
    { ...field('external_id'), kind: 'code', value: sql`u.external_id`, unusual: true },
  ],
}
