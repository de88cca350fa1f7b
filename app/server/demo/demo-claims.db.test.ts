import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextDeadline, type ClaimDelays } from '#capabilities/claims/clocks.ts'
import { claimDetails, type ClaimDetails } from '#capabilities/claims/claim-shapes.ts'
import { flagsOf, type Cover, type NearbyClaim } from '#capabilities/claims/guard-rails.ts'
import { papersOf } from '#capabilities/claims/papers.ts'
import { natureRules, type Nature } from '#capabilities/claims/natures.ts'
import { moveBetween, type ClaimStatus } from '#capabilities/claims/rules.ts'
import { claimSearchText } from '#capabilities/claims/server/search-text.ts'
import { algerianWeek } from '#kernel/shared/working-days.ts'
import { addDays } from '#kernel/shared/days.ts'
import { ways } from './lists/claim-course.ts'
import { demonstrate, testApp } from './testing/demonstrate.ts'

const demo = await demonstrate(await testApp(), { seed: 5, name: 'Démonstration', customers: 2000 })
const { rows, records, figure } = demo

interface Kept {
  readonly id: string
  readonly number: string
  readonly policy_id: string
  readonly status: ClaimStatus
  readonly nature: Nature
  readonly guarantees: string[]
  readonly occurred_on: string
  readonly occurred_at_time: string
  readonly declared_on: string
  readonly declared_at_time: string
  readonly convention: string | null
  readonly expert_assigned_on: string | null
  readonly settled_on: string | null
  readonly closed_on: string | null
  readonly granted_centimes: number | null
  readonly paid_centimes: number
  readonly due_on: string | null
  readonly due_kind: string | null
  readonly flags: string[]
  readonly details: ClaimDetails
  readonly branch: string
  readonly injured: number
}

const claims = await records<Kept>(
  `select to_jsonb(c) || jsonb_build_object('branch', r.branch) as record from claim c join policy p on p.organization_id = c.organization_id and p.id = c.policy_id join product r on r.organization_id = p.organization_id and r.id = p.product_id where c.organization_id = $1`,
)
const delays: ClaimDelays = {
  declaration: 7,
  declarationTheft: 3,
  declarationHail: 4,
  declarationLivestockHours: 24,
  declarationCatnat: 30,
  expert: 7,
  settlementMotor: 21,
  settlementIda: 45,
  settlementCatnat: 90,
  prescriptionYears: 3,
}
const daysOf = (claim: Kept) => ({
  ...claim,
  event: claim.details.event ?? null,
  catnat_published_on: claim.details.catnat_published_on ?? null,
  occurred_at_time: claim.occurred_at_time.slice(0, 5),
  declared_at_time: claim.declared_at_time.slice(0, 5),
})

test('claims are found in every state, by shares near those of the market', () => {
  const share = (...statuses: ClaimStatus[]) => claims.filter(({ status }) => statuses.includes(status)).length / claims.length
  assert.ok(new Set(claims.map(({ status }) => status)).size >= 14)
  for (const [statuses, least, most] of [
    [['settled', 'closed', 'part_settled'], 0.27, 0.43],
    [['in_expertise', 'expertised', 'counter_expertise'], 0.07, 0.18],
    [['in_recovery'], 0.05, 0.15],
    [['no_action'], 0.04, 0.12],
    [['rejected'], 0.03, 0.09],
  ] as const)
    assert.ok(share(...statuses) > least && share(...statuses) < most, `${statuses.join('+')}: ${share(...statuses)}`)
})

test('the ways of files are those of the table of moves', async () => {
  for (const { expert, without } of Object.values(ways))
    for (const way of [expert, without])
      for (const [at, to] of way.entries()) {
        const from = way[at - 1]
        if (from) assert.ok(moveBetween(from, to), `${from} → ${to}`)
      }
  const wrong = await rows(
    `select c.number from claim c join lateral (select array_agg(h.to_status order by h.made_at) as to_, array_agg(h.from_status order by h.made_at) as from_, max(h.made_at) as last from claim_status_change h where h.organization_id = c.organization_id and h.claim_id = c.id) h on true
     where c.organization_id = $1 and (h.to_[array_length(h.to_, 1)] <> c.status or h.last <> c.status_since or h.from_[1] is not null or h.from_[2:] <> h.to_[:array_length(h.to_, 1) - 1]) limit 3`,
  )
  assert.deepEqual(wrong, [])
})

test('the figures of a claim are the sums of its movements', async () => {
  const wrong = await rows(
    `select c.number from claim c left join claim_movement m on m.organization_id = c.organization_id and m.claim_id = c.id where c.organization_id = $1 group by c.organization_id, c.id
     having c.reserve_centimes <> coalesce(sum(case when m.kind in ('opening', 'revaluation', 'closing') then m.amount_centimes when m.kind = 'payment' then -m.amount_centimes end), 0) or c.paid_centimes <> coalesce(sum(m.amount_centimes) filter (where m.kind = 'payment'), 0)
       or c.fees_centimes <> coalesce(sum(m.amount_centimes) filter (where m.kind = 'fees'), 0) or c.recovered_centimes <> coalesce(sum(m.amount_centimes) filter (where m.kind in ('recovery', 'salvage')), 0)
       or c.reserve_centimes <> coalesce((array_agg(m.reserve_after_centimes order by m.made_at desc) filter (where m.id is not null))[1], 0) or min(m.reserve_after_centimes) < 0 limit 3`,
  )
  assert.deepEqual(wrong, [])
  assert.equal(
    await figure(
      `select count(*) from claim_movement m join claim c on c.organization_id = m.organization_id and c.id = m.claim_id where c.organization_id = $1 and (m.made_on < c.occurred_on or m.amount_centimes = 0)`,
    ),
    0,
  )
  for (const claim of claims) {
    if (claim.status === 'settled') assert.equal(claim.paid_centimes, claim.granted_centimes, claim.number)
    if (claim.status === 'part_settled')
      assert.ok(claim.paid_centimes > 0 && claim.paid_centimes < (claim.granted_centimes ?? 0), claim.number)
  }
})

test('the deadline of a file is the first that runs', () => {
  for (const claim of claims) {
    const due = nextDeadline(daysOf(claim), delays, algerianWeek)
    assert.deepEqual([claim.due_on, claim.due_kind], [due?.due_on ?? null, due?.kind ?? null], claim.number)
  }
})

test('what is pointed out about a declaration is what the guard rails say', async () => {
  const covers = await records<Omit<Cover, 'object'> & { policy_id: string; contract_type: string; plates: string[] }>(
    `select jsonb_build_object('policy_id', p.id, 'status', p.status, 'contract_type', p.contract_type, 'effective_time', null, 'ended_on', p.end_date,
       'terms', (select json_agg(json_build_object('from', t.effective_date, 'until', t.expiry_date) order by t.number) from policy_term t where t.organization_id = p.organization_id and t.policy_id = p.id),
       'suspensions', coalesce((select json_agg(json_build_object('from', s.from_date, 'until', s.until_date)) from policy_suspension s where s.organization_id = p.organization_id and s.policy_id = p.id), '[]'),
       'guarantees', (select json_agg(g.code) from policy_guarantee g where g.organization_id = p.organization_id and g.policy_id = p.id)) as record
     from policy p where p.organization_id = $1 and exists (select 1 from claim c where c.organization_id = p.organization_id and c.policy_id = p.id)`,
  )
  const byPolicy = new Map(covers.map((cover) => [cover.policy_id, cover]))
  const seen: Record<string, number> = {}
  for (const claim of claims) {
    const cover = byPolicy.get(claim.policy_id)
    assert.ok(cover)
    const last = cover.terms.at(-1)
    // Tacit contracts go on while their renewal may be paid.
    const terms =
      cover.contract_type === 'tacit' && last?.until
        ? [...cover.terms.slice(0, -1), { ...last, until: addDays(last.until, 15) }]
        : cover.terms
    const nearby: NearbyClaim[] = claims
      .filter((other) => other.policy_id === claim.policy_id && other.id < claim.id)
      .map((other) => ({ ...other, plates: [] }))
    const found = flagsOf({ ...daysOf(claim), plates: [] }, { ...cover, terms, object: null }, nearby, delays, algerianWeek)
    for (const flag of ['outside_cover', 'suspended', 'late_declaration', 'guarantee_not_held'] as const) {
      assert.equal(claim.flags.includes(flag), found.includes(flag), `${claim.number} ${claim.nature} ${flag}`)
      if (claim.flags.includes(flag)) seen[flag] = (seen[flag] ?? 0) + 1
    }
  }
  assert.ok(
    (seen['outside_cover'] ?? 0) > 0 && (seen['late_declaration'] ?? 0) > 0 && (seen['guarantee_not_held'] ?? 0) > 0,
    JSON.stringify(seen),
  )
})

test('papers are those that the nature asks for, parties those that it knows, and a claim is found by their plates', async () => {
  const papers = await rows<{ claim_id: string; code: string }>('select claim_id, code from claim_document where organization_id = $1')
  const byClaim = Map.groupBy(papers, ({ claim_id }) => claim_id)
  const parties = await rows<{ claim_id: string; plate: string | null }>(
    'select claim_id, plate from claim_party where organization_id = $1',
  )
  const cards = await rows<{ id: string; search_text: string }>(
    `select id, search_text from subject where organization_id = $1 and kind = 'claim'`,
  )
  const texts = new Map(cards.map(({ id, search_text }) => [id, search_text]))
  for (const claim of claims) {
    const asked = papersOf({ nature: claim.nature, injured: claim.injured, deaths: claim.details.deaths ?? 0 })
    const codes: readonly string[] = asked.map(({ code }) => code)
    const came = (byClaim.get(claim.id) ?? []).map(({ code }) => code)
    for (const code of came) assert.ok(codes.includes(code), `${claim.nature} asks for no ${code}`)
    if (claim.status === 'closed')
      for (const { code, required } of asked)
        if (required && !['death_certificate', 'heirs_deed'].includes(code))
          assert.ok(came.includes(code), `${claim.number} closed without ${code}`)
    assert.equal(
      texts.get(claim.id),
      claimSearchText(
        claim.number,
        parties.filter((party) => party.claim_id === claim.id),
      ),
      claim.number,
    )
    if (natureRules[claim.nature].thirdParty)
      assert.ok(
        parties.some((party) => party.claim_id === claim.id),
        claim.number,
      )
    assert.doesNotThrow(() => claimDetails.parse(claim.details), claim.number)
  }
})
