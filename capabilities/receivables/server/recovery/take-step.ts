import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { LetterLanguage } from '#kernel/server/letters.ts'
import type { OutputOf, ParsedOf } from '#kernel/shared/contract.ts'
import { todayIn, type Day } from '#kernel/shared/days.ts'
import { newId } from '#kernel/shared/ids.ts'
import { Problem, type Sentence } from '#kernel/shared/problem.ts'
import { addToBatch, makeLetter, openBatch, type LetterToMake } from '#capabilities/documents/server/index.ts'
import { cancelPolicy, suspendPolicy } from '#capabilities/policies/server/index.ts'
import type { RecoveryCase, recoveryOperations } from '../../recovery-contract.ts'
import {
  deadlineOf,
  isLegal,
  nextStep,
  refusalOf,
  stateOf,
  type DunningStep,
  type RecoveryDelays,
  type StepRefusal,
} from '../../recovery-rules.ts'
import { recoveryDelays } from './delays.ts'
import { loadCase, mayOnCase, readCases, type CaseRecord } from './load-cases.ts'
import { formalNoticeLetter, suspensionLetter, terminationLetter } from './letters.ts'
import { lettersFor } from './letter-data.ts'
import { getRecovery } from './show-case.ts'

type Operations = typeof recoveryOperations

const sentences: Readonly<Record<StepRefusal, Sentence>> = {
  closed: /*i18n*/ { id: 'recovery.closed', message: 'Ce recouvrement est clos.' },
  taken: /*i18n*/ { id: 'recovery.taken', message: 'Cette étape est déjà faite.' },
  before_its_day: /*i18n*/ { id: 'recovery.before_its_day', message: 'Le délai légal de l’étape précédente court encore.' },
  needs_formal_notice: /*i18n*/ {
    id: 'recovery.needs_formal_notice',
    message: 'La suspension suppose une mise en demeure restée sans effet pendant trente jours (ord. 95-07, art. 16).',
  },
  needs_suspension: /*i18n*/ {
    id: 'recovery.needs_suspension',
    message: 'La résiliation suppose une suspension de dix jours au moins (ord. 95-07, art. 16).',
  },
}

const letterOf = { formal_notice: formalNoticeLetter, suspension: suspensionLetter, termination: terminationLetter } as const
const titles = {
  formal_notice: { fr: 'Mise en demeure', ar: 'إعذار' },
  suspension: { fr: 'Suspension des garanties', ar: 'توقيف الضمانات' },
  termination: { fr: 'Résiliation pour non-paiement', ar: 'فسخ لعدم الدفع' },
} as const

/** What a step will do to a case: its days, frozen from here on. */
interface Planned {
  readonly found: CaseRecord
  readonly step: DunningStep
  readonly today: Day
  /** The day from which the step takes effect: the suspension by the law itself, on the day that the formal notice set. */
  readonly effectiveOn: Day
  readonly deadline: Day | null
}

const plan = (found: CaseRecord, step: DunningStep, delays: RecoveryDelays, today: Day): Planned => {
  const noticed = found.steps.find((one) => one.step === 'formal_notice')
  const effectiveOn = step === 'suspension' ? (noticed?.deadline ?? today) : today
  return { found, step, today, effectiveOn, deadline: deadlineOf(step, effectiveOn, delays) }
}

/** What the step does to the contract: its cover stops, or it ends. */
const moveContract = async (ctx: Context, { found, step, effectiveOn, today }: Planned): Promise<void> => {
  if (step === 'suspension') await suspendPolicy(ctx, found.policy_id, { from: effectiveOn, reason: 'non_payment' })
  if (step === 'termination') await cancelPolicy(ctx, found.policy_id, { on: today, reason: 'non_payment' })
}

const writeStep = async (
  ctx: Context,
  planned: Planned,
  extra: { documentId: string | null; tracking_number?: string | null; note?: string | null },
  delays: RecoveryDelays,
): Promise<void> => {
  const { found, step, today, deadline } = planned
  await ctx.db
    .insertInto('dunning_step')
    .values({
      organization_id: ctx.organizationId,
      id: newId(),
      case_id: found.id,
      step,
      done_on: step === 'suspension' ? planned.effectiveOn : today,
      deadline,
      document_id: extra.documentId,
      tracking_number: extra.tracking_number ?? null,
      note: extra.note ?? null,
      done_by: ctx.actor.userId,
      done_by_name: ctx.actor.name,
      created_at: ctx.now,
    })
    .execute()
  const steps = [...found.steps, { step, done_on: today, deadline }]
  const next = nextStep(found.due_date, steps, delays, today)
  const ended = step === 'termination'
  await ctx.db
    .updateTable('dunning_case')
    .set({
      state: stateOf(steps),
      next_step: ended ? null : (next?.step ?? null),
      next_on: ended ? null : (next?.on ?? null),
      ...(ended && { closed_on: today, closed_reason: 'terminated' }),
      version: found.version + 1,
      updated_at: ctx.now,
    })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', found.id)
    .execute()
  ctx.audit({
    operation: 'recovery.take_step',
    subject: { kind: 'receivable', id: found.receivable_id, title: found.receivable_number },
    before: { state: found.state },
    after: { step, done_on: today, deadline, document_id: extra.documentId },
  })
  ctx.emit({
    name: 'recovery.updated',
    subjectId: found.receivable_id,
    agencyId: found.agency_id,
    ownerId: found.owner_id,
    facts: { contact_id: found.contact_id },
  })
}

const letterTo = (planned: Planned, letters: ReadonlyMap<string, Omit<LetterToMake, 'template' | 'title'>>): LetterToMake | null => {
  if (!isLegal(planned.step)) return null
  const letter = letters.get(planned.found.id)
  if (!letter) return null
  return {
    ...letter,
    template: letterOf[planned.step],
    title: titles[planned.step][letter.language as LetterLanguage],
  } as unknown as LetterToMake
}

/** The next step is taken for one case: reminder, formal notice, suspension, termination; the letter is frozen with its days. */
export const takeRecoveryStep = async (ctx: Context, input: ParsedOf<Operations['takeRecoveryStep']>): Promise<RecoveryCase> => {
  const found = await loadCase(ctx, input.id, 'edit')
  const today = todayIn(ctx.actor.timeZone, new Date(ctx.now))
  const delays = await recoveryDelays(ctx, today)
  const refusal = refusalOf(input.step, found, found.steps, delays, today)
  if (refusal !== null) throw new Problem(422, `recovery.${refusal}`, sentences[refusal])
  const planned = plan(found, input.step, delays, today)
  const letter = letterTo(planned, await lettersFor(ctx, [planned], input.language))
  const made = letter && (await makeLetter(ctx, letter))
  await moveContract(ctx, planned)
  await writeStep(ctx, planned, { documentId: made?.documentId ?? null, tracking_number: input.tracking_number, note: input.note }, delays)
  return getRecovery(ctx, { id: input.id })
}

/** The same step for many cases: each is judged by itself, the letters come in one batch to be printed and posted. */
export const takeRecoverySteps = async (
  ctx: Context,
  input: ParsedOf<Operations['takeRecoverySteps']>,
): Promise<OutputOf<Operations['takeRecoverySteps']>> => {
  const today = todayIn(ctx.actor.timeZone, new Date(ctx.now))
  const delays = await recoveryDelays(ctx, today)
  const refused: { id: string; code: string; message: string }[] = []
  const refuse = (id: string, code: string, sentence: Sentence) => void refused.push({ id, code, message: ctx.say(sentence) })
  const cases = await readCases(ctx, [...new Set(input.ids)])
  const known = new Map(cases.filter((found) => mayOnCase(ctx, found, 'view')).map((found) => [found.id, found]))
  const plans: Planned[] = []
  for (const id of new Set(input.ids)) {
    const found = known.get(id)
    if (!found)
      refuse(id, 'not_found', /*i18n*/ { id: 'kernel.not_found', message: 'Cet élément n’existe pas, ou vous n’y avez pas accès.' })
    else if (!mayOnCase(ctx, found, 'edit'))
      refuse(id, 'forbidden', /*i18n*/ { id: 'kernel.forbidden', message: 'Vos droits ne permettent pas cette action.' })
    else {
      const refusal = refusalOf(input.step, found, found.steps, delays, today)
      if (refusal !== null) refuse(id, `recovery.${refusal}`, sentences[refusal])
      else plans.push(plan(found, input.step, delays, today))
    }
  }
  if (plans.length === 0) {
    ctx.unchanged()
    return { done: 0, refused, batch_id: null }
  }
  const letters = await lettersFor(ctx, plans, input.language)
  const wanted = plans.flatMap((planned) => letterTo(planned, letters) ?? [])
  const batchId =
    wanted.length === 0
      ? null
      : await openBatch(ctx, { kind: letterKind(input.step), title: batchTitle(ctx, input.step), wanted: wanted.length })
  const made = batchId === null ? [] : await addToBatch(ctx, batchId, wanted)
  for (const [at, planned] of plans.entries()) {
    await moveContract(ctx, planned)
    await writeStep(ctx, planned, { documentId: made[at]?.documentId ?? null }, delays)
  }
  return { done: plans.length, refused, batch_id: batchId }
}

const letterKind = (step: DunningStep): string => (isLegal(step) ? letterOf[step].kind : step)

const batchTitle = (ctx: Context, step: DunningStep): string =>
  ctx.say(
    step === 'formal_notice'
      ? /*i18n*/ { id: 'recovery.batch.formal_notice', message: 'Mises en demeure' }
      : step === 'suspension'
        ? /*i18n*/ { id: 'recovery.batch.suspension', message: 'Suspensions de garanties' }
        : /*i18n*/ { id: 'recovery.batch.termination', message: 'Résiliations pour non-paiement' },
  )

/** The postal number of a registered letter is known once it is posted. */
export const trackRecoveryStep = async (ctx: Context, input: ParsedOf<Operations['trackRecoveryStep']>): Promise<RecoveryCase> => {
  const found = await loadCase(ctx, input.id, 'edit')
  const done = await sql<{ before: string | null }>`
    update dunning_step s set tracking_number = ${input.tracking_number} from dunning_step o
    where s.organization_id = ${ctx.organizationId}::uuid and s.case_id = ${input.id}::uuid and s.step = ${input.step}
      and o.organization_id = s.organization_id and o.id = s.id returning o.tracking_number as before`.execute(ctx.db)
  const [changed] = done.rows
  if (!changed)
    throw new Problem(422, 'recovery.not_taken', /*i18n*/ { id: 'recovery.not_taken', message: 'Cette étape n’est pas encore faite.' })
  ctx.audit({
    subject: { kind: 'receivable', id: found.receivable_id, title: found.receivable_number },
    before: { tracking_number: changed.before },
    after: { step: input.step, tracking_number: input.tracking_number },
  })
  return getRecovery(ctx, { id: input.id })
}
