import { sql } from 'kysely'
import { fold } from '#kernel/shared/fold.ts'
import type { ImportRelation } from '#kernel/server/importable.ts'

/** What files call the products of the usual catalogue, besides code and name. */
const words: Readonly<Record<string, readonly string[]>> = {
  AUTO_PART: [
    'Auto',
    'Automobile',
    'Véhicule',
    'Véhicule particulier',
    'VP',
    'Tourisme',
    'Voiture',
    'RC auto',
    'Assurance auto',
    'Car',
    'Motor',
    'Particulier',
    '1110',
    '1111',
    '111',
    '11',
    'سيارات',
    'تأمين السيارات',
  ],
  AUTO_OTO_LAKI: ['OTO Laki', 'Laki', 'OTO_L'],
  AUTO_FLOTTE: ['Flotte', 'Parc', 'Parc automobile', 'Fleet', 'Auto entreprise'],
  DEUX_ROUES: ['Moto', 'Motocycle', 'Scooter', '2 roues', 'Deux roues', 'Cyclomoteur', 'Motorcycle', 'دراجة نارية'],
  TAXI_TPV: ['Taxi', 'TPV', 'Transport voyageurs', 'Transport public de voyageurs', '1114'],
  TPM: ['Transport marchandises', 'Transport public de marchandises', 'Camion', 'Poids lourd'],
  MRH: ['Habitation', 'Multirisque habitation', 'MRH+', 'MRH +', 'Logement', 'Home', '1221', 'سكن'],
  MRP: ['Multirisque professionnelle', 'Multirisque commerce', 'Commerce', 'Professionnelle', '1223'],
  CATNAT_HAB: [
    'Catnat',
    'Cat-Nat',
    'Cat nat',
    'Catastrophe naturelle',
    'Catastrophes naturelles',
    'Catnat habitation',
    '1200',
    'كوارث طبيعية',
  ],
  CATNAT_COM: ['Catnat commerce', 'Catnat commerciale'],
  CATNAT_IND: ['Catnat industrie', 'Catnat industrielle', '1201'],
  RC_GEN: ['RC générale', 'Responsabilité civile générale', 'RC', '14111', '14'],
  RC_PRO: ['RC professionnelle', 'Responsabilité civile professionnelle', 'RCP'],
  PLAISANCE: ['Bateau', 'Bateau de plaisance', 'Navigation de plaisance', 'Boat'],
  PJ: ['Protection juridique', 'Legal protection'],
  ASSIST_AUTO: ['Assistance', 'Assistance auto', '18'],
  VOYAGE: ['Assistance voyage', 'Assurance voyage', 'Travel'],
  SANTE: ['Santé', 'Maladie', 'Health'],
  PREV_COLL: ['Prévoyance', 'Prévoyance collective', 'Groupe'],
  IA: ['Individuelle accidents', 'Individuelle accident', 'Accidents corporels'],
  DECENNALE: ['RC décennale', 'Décennale', '13'],
  TRC: ['Tous risques chantier', 'TRC TRM'],
  BDM: ['Bris de machine', 'Bris de machines'],
  INC_RI: ['Incendie', 'Incendie risques industriels', '1212', '1213'],
  FACULTES: ['Facultés', 'Transport', 'Marchandises transportées', '3122', '3431'],
  MR_AGRI: ['Agricole', 'Multirisque agricole', 'Bétail', 'Récolte'],
}

const wordRows = Object.entries(words).flatMap(([code, known]) => known.map((word) => ({ code, word: fold(word) })))

/** Products by code, by the code of their category, by name in French or Arabic, or by what files usually call them. */
export const productRelation: ImportRelation = {
  field: 'product',
  column: 'product_id',
  lookups: [
    {
      by: 'code',
      find: (ctx, wanted) =>
        sql`select w.value, p.id from ${wanted} w join product p on p.organization_id = ${ctx.organizationId}::uuid and upper(p.code) = upper(w.value)`,
    },
    {
      by: 'name',
      find: (ctx, wanted) => sql`select w.value, p.id from ${wanted} w join product p on p.organization_id = ${ctx.organizationId}::uuid
        and (app_fold(p.name) = app_fold(w.value) or app_fold(p.name_ar) = app_fold(w.value))`,
    },
    {
      by: 'category',
      find: (ctx, wanted) =>
        sql`select w.value, p.id from ${wanted} w join product p on p.organization_id = ${ctx.organizationId}::uuid and p.category = w.value`,
    },
    {
      by: 'word',
      find: (ctx, wanted) => sql`select w.value, p.id from ${wanted} w
        join unnest(${wordRows.map(({ word }) => word)}::text[], ${wordRows.map(({ code }) => code)}::text[]) known(word, code) on known.word = app_fold(w.value)
        join product p on p.organization_id = ${ctx.organizationId}::uuid and p.code = known.code`,
    },
  ],
}
