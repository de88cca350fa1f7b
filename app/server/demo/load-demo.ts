import type pg from 'pg'
import type { Connection } from '#kernel/server/database.ts'
import { drawBills } from './draw/bills.ts'
import { drawClaimMoney } from './draw/claim-money.ts'
import { drawClaims } from './draw/claims.ts'
import { drawContracts } from './draw/contracts.ts'
import { drawCustomers, drawLists } from './draw/customers.ts'
import { drawFunctions } from './draw/functions.ts'
import { drawMovements } from './draw/movements.ts'
import { drawPayments } from './draw/payments.ts'
import { drawPeople, layPeople } from './draw/people.ts'
import { drawPolicies } from './draw/policies.ts'
import { drawRecovery } from './draw/recovery.ts'
import { drawStanding } from './draw/standing.ts'
import { drawTerms } from './draw/terms.ts'
import { drawThings } from './draw/things.ts'
import type { Frame } from './frame.ts'
import { loadAccounts, loadMembers } from './load/accounts.ts'
import { loadClaimActivities, loadContactActivities, loadOverdueActivities, loadPolicyActivities } from './load/activities.ts'
import { loadClaimCards, loadClaimCourse, loadClaimMoney, loadClaimPapers, loadClaimParties, loadClaims } from './load/claims.ts'
import { loadConsents } from './load/consents.ts'
import { loadContactCards, loadContacts } from './load/contacts.ts'
import { loadGuarantees, loadObjects, loadParties, loadRemoved } from './load/contents.ts'
import { loadAmendments, loadSuspensions, loadTerms } from './load/course.ts'
import { loadSeries, loadWords } from './load/finish.ts'
import { loadFurtherAgencies, loadPolicies, loadPolicyCards } from './load/policies.ts'
import { loadAllocations, loadBillCards, loadBills, loadPayments, loadPromises, loadRecovery } from './load/receivables.ts'
import { loadNotifications } from './load/notifications.ts'
import { loadReminders } from './load/reminders.ts'
import { loadTags } from './load/tags.ts'
import { layQuotes } from './quotes/lay-quotes.ts'
import { runSteps, type Step } from './run-steps.ts'
import { openWorkshop } from './workshop.ts'

/** Rows that one statement writes, at most: in between, whoever works in the same database comes through. */
const stretch = { customers: 100_000, contracts: 200_000, bills: 300_000, claims: 200_000 }

type Loader = (client: pg.Client, frame: Frame, from: number, to: number) => Promise<void>

export interface LoadOptions {
  /** Says how far it got, in a sentence. */
  readonly say: (sentence: string) => void
  /** Told when a step is done, and how many seconds it took. */
  readonly done?: (name: string, seconds: number) => void
}

/**
 * Customers and everything that belongs to them, by set-based SQL: first every row is drawn in tables of the workshop, each draw a hash of the
 * seed and the row; then they are written, kind by kind, in the order in which they came to be. The same seed and day give the same rows.
 */
export const loadDemo = async (owner: Connection, frame: Frame, { say, done }: LoadOptions): Promise<void> => {
  const workshop = await openWorkshop(owner, 2)
  try {
    const [first] = workshop.lanes
    await drawFunctions(first, frame)
    await drawLists(first, frame)
    await drawCustomers(first, frame)
    await layPeople(first)
    await runSteps(workshop.lanes, drawing(frame), done)
    say('Contrats, quittances et paiements…')
    const { rows } = await first.query<Counts>(
      'select (select count(*)::int from contract) as contracts, (select count(*)::int from bill) as bills, (select count(*)::int from payment_row) as payments, (select count(*)::int from claim_row) as claims',
    )
    await runSteps(workshop.lanes, writing(frame, rows[0] ?? { contracts: 0, bills: 0, payments: 0, claims: 0 }), done)
    await first.query('reset default_statistics_target')
    await first.query(
      `analyze subject, contact, account, account_member, activity, consent_statement, subject_tag, search_word, policy, policy_term, insured_object, policy_guarantee, policy_party, policy_amendment, receivable, payment, payment_allocation, dunning_case, dunning_step, payment_promise, claim, claim_status_change, claim_movement, claim_party, claim_document, reminder, notification`,
    )
  } finally {
    await workshop.close()
  }
}

/** A loader over a range, as steps of so many rows each; returns them with their names. */
const parts = (name: string, load: Loader, frame: Frame, rows: number, size: number, after: readonly string[]): Step[] =>
  Array.from({ length: Math.ceil(rows / size) }, (_, at) => ({
    name: `${name} ${at + 1}`,
    after,
    run: (client: pg.Client) => load(client, frame, at * size + 1, Math.min(rows, (at + 1) * size)),
  }))
const names = (steps: readonly Step[]): string[] => steps.map(({ name }) => name)

/** What is drawn, the longest way first; beside it, what needs no contract is already written. */
const drawing = (frame: Frame): Step[] => {
  const { customers } = frame
  const people = parts('personnes', (client, _, from, to) => drawPeople(client, from, to), frame, customers, stretch.customers, [])
  const indexed: Step = {
    name: 'personnes',
    after: names(people),
    run: async (client) => {
      await client.query('create unique index on person (n)')
      await client.query('analyze person')
    },
  }
  const after = ['personnes']
  const cards = parts('fiches', loadContactCards, frame, customers, stretch.customers, after)
  return [
    ...people,
    { name: 'modèles', run: (client) => layQuotes(client, frame) },
    indexed,
    { name: 'polices tirées', after, run: (client) => drawPolicies(client, frame) },
    { name: 'contrats', after: ['polices tirées', 'modèles'], run: (client) => drawContracts(client, frame) },
    { name: 'périodes', after: ['contrats'], run: (client) => drawTerms(client, frame) },
    { name: 'objets', after: ['contrats'], run: (client) => drawThings(client) },
    { name: 'mouvements', after: ['périodes', 'objets'], run: (client) => drawMovements(client, frame) },
    { name: 'quittances tirées', after: ['mouvements'], run: (client) => drawBills(client, frame) },
    { name: 'sinistres tirés', after: ['périodes', 'objets'], run: (client) => drawClaims(client, frame) },
    { name: 'argent des sinistres', after: ['sinistres tirés'], run: (client) => drawClaimMoney(client) },
    { name: 'situation', after: ['quittances tirées'], run: (client) => drawStanding(client) },
    { name: 'paiements tirés', after: ['quittances tirées'], run: (client) => drawPayments(client, frame) },
    { name: 'recouvrement tiré', after: ['quittances tirées'], run: (client) => drawRecovery(client, frame) },
    { name: 'comptes', after, run: (client) => loadAccounts(client, frame) },
    ...cards,
    { name: 'étiquettes', after, run: (client) => loadTags(client, frame) },
    ...parts('consentements', loadConsents, frame, customers, stretch.customers, names(cards)),
    ...parts('échanges des clients', loadContactActivities, frame, customers, stretch.customers, [...names(cards), 'polices tirées']),
  ]
}

interface Counts {
  readonly contracts: number
  readonly bills: number
  readonly payments: number
  readonly claims: number
}

const writing = (frame: Frame, { contracts, bills, payments, claims }: Counts): Step[] => {
  const clients = parts('clients', loadContacts, frame, frame.customers, stretch.customers, [])
  const policyCards = parts('fiches des polices', loadPolicyCards, frame, contracts, stretch.contracts, [])
  const policies = parts('polices', loadPolicies, frame, contracts, stretch.contracts, [...names(clients), ...names(policyCards)])
  const billCards = parts('fiches des quittances', loadBillCards, frame, bills, stretch.bills, [])
  const receivables = parts('quittances', loadBills, frame, bills, stretch.bills, [...names(policies), ...names(billCards)])
  const received = parts('paiements', loadPayments, frame, payments, stretch.bills, names(clients))
  const claimCards = parts('fiches des sinistres', loadClaimCards, frame, claims, stretch.claims, [])
  const files = parts('sinistres', loadClaims, frame, claims, stretch.claims, [...names(claimCards), ...names(policies)])
  const ofClaims = (name: string, load: Loader) => parts(name, load, frame, claims, stretch.claims, names(files))
  const ofPolicies = (name: string, load: Loader) => parts(name, load, frame, contracts, stretch.contracts, names(policies))
  const once = (name: string, load: (client: pg.Client, frame: Frame) => Promise<void>, after: readonly string[]): Step => ({
    name,
    after,
    run: (client) => load(client, frame),
  })
  return [
    ...clients,
    ...policyCards,
    ...billCards,
    ...policies,
    ...ofPolicies('périodes', loadTerms),
    ...ofPolicies('objets assurés', loadObjects),
    ...ofPolicies('garanties', loadGuarantees),
    ...ofPolicies('avenants', loadAmendments),
    ...ofPolicies('personnes des polices', loadParties),
    ...receivables,
    ...received,
    ...claimCards,
    ...files,
    ...ofClaims('étapes', loadClaimCourse),
    ...ofClaims('mouvements des sinistres', loadClaimMoney),
    ...ofClaims('parties', loadClaimParties),
    ...ofClaims('pièces', loadClaimPapers),
    ...ofClaims('échanges des sinistres', loadClaimActivities),
    once('répartition', loadAllocations, [...names(receivables), ...names(received)]),
    once('objets retirés', loadRemoved, names(policies)),
    once('suspensions', loadSuspensions, names(policies)),
    once('agences de plus', loadFurtherAgencies, []),
    ...parts('membres', loadMembers, frame, frame.customers, stretch.customers, names(clients)),
    once('recouvrement', loadRecovery, names(receivables)),
    ...ofPolicies('échanges des polices', loadPolicyActivities),
    once('échanges des impayés', loadOverdueActivities, names(receivables)),
    once('promesses', loadPromises, names(receivables)),
    once('rappels', loadReminders, []),
    once('notifications', loadNotifications, ['rappels', ...names(files)]),
    once('numéros', loadSeries, []),
    once('mots', loadWords, []),
  ]
}
