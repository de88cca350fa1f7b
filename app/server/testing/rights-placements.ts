import { newId } from '#kernel/shared/ids.ts'
import { claimsPlacements } from './placements/claims.ts'
import { documentsPlacements } from './placements/documents.ts'
import { parameterPlacements } from './placements/parameters.ts'
import { policiesPlacements } from './placements/policies.ts'
import { productsPlacements } from './placements/products.ts'
import { receivablesPlacements } from './placements/receivables.ts'
import { recoveryPlacements } from './placements/recovery.ts'
import { renewalPlacements } from './placements/renewals.ts'
import { reminderPlacements } from './placements/reminders.ts'
import { everybody, general, open, record, using, type Placement } from './placements/placement.ts'

export type { Kind, Placement, Target } from './placements/placement.ts'

const nobodys = newId()

/** Every operation of the product, placed by hand. */
export const placements: Readonly<Record<string, Placement>> = {
  'welcome.read': open,
  'auth.sign_up': open,
  'auth.verify_email': open,
  'auth.resend_verification': open,
  'auth.sign_in': open,
  'auth.forgot_password': open,
  'auth.reset_password': open,
  'invitation.read': open,
  'invitation.accept': open,
  'organization.get_logo': { is: 'public', input: { file: 'x' } },
  'reference.wilayas': open,

  'reference.communes': everybody({ wilaya: '16' }),
  'me.read': everybody(),
  'me.update': everybody(),
  'me.change_password': everybody({ current_password: 'not this one', password: 'quatre chevaux verts' }),
  'session.list': everybody(),
  'session.end': { is: 'everybody', input: { id: nobodys }, missing: true },
  'session.end_others': everybody(),
  'auth.sign_out': everybody(),
  'colleague.list': everybody({ limit: 50 }),
  'organization.get': everybody(),
  'search.find': everybody({ q: 'dossier', limit: 50 }),

  'organization.update': general('setting.edit', { version: 0 }),
  'organization.replace_logo': general('setting.edit'),
  'organization.remove_logo': general('setting.edit'),
  'region.list': general('agency.view', { limit: 200 }),
  'region.create': general('agency.create', { code: 'N', name: 'Région Nord' }),
  'region.update': record('agency.edit', 'region', ({ id, version }) => ({ id, version, name: 'Région du test' })),
  'region.delete': record('agency.delete', 'region'),
  'agency.list': general('agency.view', { limit: 200, total: 'exact' }),
  'agency.get': record('agency.view', 'agency'),
  'agency.create': general('agency.create', { number: '16001', name: 'Agence en double', type: 'direct', wilaya: '16' }),
  'agency.update': record('agency.edit', 'agency', ({ id, version }) => ({ id, version })),

  'user.list': general('user.view', { limit: 200, total: 'exact' }),
  'user.summary': general('user.view'),
  'user.get': record('user.view', 'user'),
  'user.update': record('user.edit', 'user', ({ id, version }) => ({ id, version, function: 'Agent' })),
  'user.suspend': record('user.edit', 'user'),
  'user.reactivate': record('user.edit', 'user'),
  'user.end_sessions': record('user.edit', 'user'),
  'invitation.create': general('user.create', { invitations: [{ agency_number: '99999', email: 'personne@exemple.dz' }] }),
  'invitation.list': general('user.view', { limit: 200, total: 'exact' }),
  'invitation.resend': record('user.create', 'invitation'),
  'invitation.cancel': record('user.create', 'invitation'),

  'contact.list': general('contact.view', { limit: 200, total: 'exact' }),
  'contact.get': record('contact.view', 'contact'),
  'profile.read': record('contact.view', 'contact'),
  'contact.create': general('contact.create', { kind: 'individual' }),
  'contact.update': record('contact.edit', 'contact', ({ id, version }) => ({ id, version, remarks: 'Vu au guichet.' })),
  'contact.assign': record('contact.assign', 'contact'),
  'contact.delete': using('contact.delete', 'contact'),
  'contact.restore': record('contact.delete', 'contact'),
  'contact.unmask': record('contact.unmask', 'contact', ({ id }) => ({ id, fields: ['nin'], reason: 'Contrôle du dossier' })),
  'contact.similar': general('contact.view', { kind: 'individual', last_name: 'Dossier', first_name: 'Commun', mobile: '0555010203' }),
  'contact.history': record('contact.view', 'contact'),
  'contact.accounts': record('contact.view', 'contact'),
  'contact.bulk': general('contact.create', { items: [{ kind: 'individual' }] }),
  'contact.bulk_assign': { is: 'bulk', needs: 'contact.assign', input: (ids) => ({ ids }) },
  'contact.bulk_tag': { is: 'bulk', needs: 'contact.edit', input: (ids) => ({ ids, add: ['Suivi'] }) },
  'contact.bulk_delete': { is: 'bulk', needs: 'contact.delete', input: (ids) => ({ ids }) },
  'contact.undo': { is: 'general', needs: 'contact.view', input: { undo: nobodys }, missing: true },
  'tag.list': general('contact.view'),

  'account.list': general('account.view', { limit: 200, total: 'exact' }),
  'account.get': record('account.view', 'account'),
  'account.create': general('account.create', { name: '', kind: 'company' }),
  'account.update': record('account.edit', 'account', ({ id, version }) => ({ id, version, remarks: 'Vu au guichet.' })),
  'account.assign': record('account.assign', 'account'),
  'account.delete': using('account.delete', 'account'),
  'account.restore': record('account.delete', 'account'),
  'account.members': record('account.view', 'account'),
  'account.set_member': record('account.edit', 'account', ({ id, contactId }) => ({ id, contact_id: contactId, role: 'employee' })),
  'account.remove_member': using('account.edit', 'account', ({ id, contactId }) => ({ id, contact_id: contactId })),

  'consent.list': record('contact.view', 'contact', ({ id }) => ({ subject_id: id })),
  'consent.record': record('contact.edit', 'contact', ({ id }) => ({
    subject_id: id,
    source: 'agency',
    statements: [{ purpose: 'prospecting', channel: 'email', status: 'granted' }],
  })),

  'audit.list': general('journal.view', { limit: 200 }),
  'audit.verify': general('journal.view'),

  'activity.list': record('activity.view', 'contact', ({ id }) => ({ subject_id: id })),
  'activity.log': record('activity.create', 'contact', ({ id }) => ({ subject_id: id, kind: 'note', body: 'Rappeler lundi.' })),
  'note.create': record('activity.create', 'contact', ({ id }) => ({ subject_id: id, body: 'Rappeler lundi.' })),
  'activity.edit': record('activity.edit', 'activity', ({ id, version }) => ({ id, version, body: 'Corrigé.' })),
  'activity.delete': using('activity.delete', 'activity'),

  'import.objects': general('import.view'),
  'import.create': general('import.create', { object: 'contacts' }),
  'import.list': general('import.view', { limit: 200, total: 'exact' }),
  'import.get': record('import.view', 'import'),
  'import.preview': record('import.create', 'import'),
  'import.edit': record('import.edit', 'import'),
  'import.dry_run': record('import.create', 'import'),
  'import.start': record('import.create', 'import'),
  'import.cancel': record('import.edit', 'import'),
  'import.resume': record('import.create', 'import'),
  'import.revert': record('import.edit', 'import'),
  'import.rows': record('import.create', 'import'),
  'import.rejected': record('import.create', 'import'),

  'export.objects': general('export.view'),
  'export.create': general('export.create', { object: 'contacts' }),
  'export.list': general('export.view', { limit: 200, total: 'exact' }),
  'export.get': record('export.view', 'export'),
  'export.cancel': record('export.create', 'export'),
  'export.file': record('export.view', 'export'),

  ...documentsPlacements,
  ...parameterPlacements,
  ...productsPlacements,
  ...policiesPlacements,
  ...receivablesPlacements,
  ...claimsPlacements,
  ...recoveryPlacements,
  ...renewalPlacements,
  ...reminderPlacements,
}
