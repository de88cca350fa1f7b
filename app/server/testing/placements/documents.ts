import { newId } from '#kernel/shared/ids.ts'
import { general, record, using, type Placements } from './placement.ts'

const nobodys = newId()

export const documentsPlacements: Placements = {
  'document.list': general('document.view', { limit: 200, total: 'exact' }),
  'document.get': record('document.view', 'document'),
  'document.attach': record('document.attach', 'contact', ({ id }) => ({ subject_id: id })),
  'document.add_version': record('document.attach', 'document'),
  'document.rename': record('document.attach', 'document', ({ id, version }) => ({ id, version, title: 'Carte grise' })),
  'document.delete': using('document.delete', 'document'),
  'document.restore': record('document.delete', 'document'),
  'document.read_file': record('document.view', 'document'),
  'document.read_thumbnail': record('document.view', 'document'),
  'document_batch.list': general('document.view', { limit: 200, total: 'exact' }),
  'document_batch.get': { is: 'general', needs: 'document.view', input: { id: nobodys }, missing: true },
  'document_batch.read_file': { is: 'general', needs: 'document.view', input: { id: nobodys, number: 1 }, missing: true },
  'document_batch.retry': { is: 'general', needs: 'document.create', input: { id: nobodys }, missing: true },
}
