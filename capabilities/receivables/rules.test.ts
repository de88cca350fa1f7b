import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { todayIn } from '#kernel/shared/days.ts'
import type { ReceivableStatus } from './fields.ts'
import {
  bucketOn,
  byAge,
  cashRuleFor,
  dueDaysOf,
  faultOfShares,
  isOpen,
  mayBounce,
  movesOf,
  paperOf,
  promiseStateOn,
  shareOldestFirst,
  statusOn,
} from './rules.ts'

const today = '2026-11-23'

describe('the status of a bill', () => {
  const cases: readonly [string, ReceivableStatus, number, number, string, ReceivableStatus][] = [
    ['before its day', 'issued', 1000, 0, '2026-12-01', 'issued'],
    ['on its day', 'issued', 1000, 0, today, 'issued'],
    ['the day after', 'issued', 1000, 0, '2026-11-22', 'unpaid'],
    ['paid in part before its day', 'issued', 1000, 400, '2026-12-01', 'partial'],
    ['paid in part after its day', 'partial', 1000, 400, '2026-11-22', 'unpaid'],
    ['paid in full after its day', 'unpaid', 1000, 1000, '2026-01-01', 'paid'],
    ['paid in full, then back from the bank', 'paid', 1000, 0, '2026-11-22', 'unpaid'],
    ['unpaid, then its day was put off', 'unpaid', 1000, 0, '2026-12-01', 'issued'],
    ['in litigation, whatever the day', 'litigation', 1000, 400, '2026-01-01', 'litigation'],
    ['in litigation and paid in full', 'litigation', 1000, 1000, '2026-01-01', 'paid'],
    ['void', 'void', 1000, 0, '2026-01-01', 'void'],
    ['written off', 'written_off', 1000, 400, '2026-01-01', 'written_off'],
    ['a refund past its day is not unpaid: the house owes it', 'issued', -1000, 0, '2026-01-01', 'issued'],
    ['a refund given back in part', 'issued', -1000, -400, '2026-01-01', 'partial'],
    ['a refund given back', 'partial', -1000, -1000, '2026-01-01', 'refunded'],
  ]
  for (const [name, status, amount_centimes, paid_centimes, due_date, expected] of cases)
    test(name, () => assert.equal(statusOn({ status, amount_centimes, paid_centimes, due_date }, today), expected))

  test('changes at midnight in Algiers, an hour before midnight in Greenwich', () => {
    const bill = { status: 'issued', amount_centimes: 1000, paid_centimes: 0, due_date: '2026-11-22' } as const
    const on = (instant: string) => statusOn(bill, todayIn('Africa/Algiers', new Date(instant)))
    assert.equal(on('2026-11-22T22:59:59Z'), 'issued')
    assert.equal(on('2026-11-22T23:00:00Z'), 'unpaid')
  })
})

describe('the age of what is due', () => {
  const cases: readonly [string, string, string][] = [
    ['2026-11-24', 'not_due', 'tomorrow'],
    [today, 'd0_30', 'today'],
    ['2026-10-24', 'd0_30', 'the 30th day'],
    ['2026-10-23', 'd31_60', 'the 31st day, a Friday: days of rest count'],
    ['2026-09-24', 'd31_60', 'the 60th day'],
    ['2026-09-23', 'd61_90', 'the 61st day'],
    ['2026-08-25', 'd61_90', 'the 90th day'],
    ['2026-08-24', 'd91_180', 'the 91st day'],
    ['2026-05-27', 'd91_180', 'the 180th day, Aïd el-Adha: holidays count'],
    ['2026-05-26', 'd181_365', 'the 181st day'],
    ['2025-11-23', 'd181_365', 'a year'],
    ['2025-11-22', 'd365_more', 'a year and a day'],
    ['2020-02-29', 'd365_more', 'long ago'],
  ]
  for (const [due, bucket, name] of cases) test(name, () => assert.equal(bucketOn(due, today), bucket))

  test('buckets follow each other without gap', () => {
    assert.deepEqual(dueDaysOf('not_due'), { fromDays: null, toDays: -1 })
    assert.deepEqual(dueDaysOf('d0_30'), { fromDays: 0, toDays: 30 })
    assert.deepEqual(dueDaysOf('d91_180'), { fromDays: 91, toDays: 180 })
    assert.deepEqual(dueDaysOf('d365_more'), { fromDays: 366, toDays: null })
  })
})

test('a bill past its day can be taken to law or given up, a settled one is left in peace', () => {
  assert.deepEqual(movesOf('issued'), ['void'])
  assert.ok(movesOf('unpaid').includes('litigate') && movesOf('unpaid').includes('write_off'))
  assert.deepEqual(movesOf('paid'), [])
  assert.deepEqual(movesOf('written_off'), ['reopen'])
  assert.deepEqual((['issued', 'partial', 'unpaid', 'litigation', 'paid', 'refunded', 'void', 'written_off'] as const).filter(isOpen), [
    'issued',
    'partial',
    'unpaid',
    'litigation',
  ])
})

const bill = (id: string, due_date: string, balance_centimes: number) => ({ id, due_date, balance_centimes })

describe('an amount shared oldest first', () => {
  const dues = [bill('b', '2026-10-01', 300), bill('a', '2026-10-01', 200), bill('c', '2026-01-01', 100), bill('r', '2026-01-01', -50)]
  const cases: readonly [string, number, readonly [string, number][], number][] = [
    ['less than the oldest', 40, [['c', 40]], 0],
    [
      'two bills and part of a third',
      350,
      [
        ['c', 100],
        ['a', 200],
        ['b', 50],
      ],
      0,
    ],
    [
      'more than is due stays with the customer',
      1000,
      [
        ['c', 100],
        ['a', 200],
        ['b', 300],
      ],
      400,
    ],
    ['money that goes out is for refunds', -30, [['r', -30]], 0],
    ['nothing', 0, [], 0],
  ]
  for (const [name, amount, shares, rest] of cases)
    test(name, () => {
      const shared = shareOldestFirst(amount, dues)
      assert.deepEqual(
        shared.shares.map((share) => [share.receivable_id, share.amount_centimes]),
        shares,
      )
      assert.equal(shared.rest, rest)
      assert.equal(
        shared.shares.reduce((sum, share) => sum + share.amount_centimes, shared.rest),
        amount,
      )
    })

  test('of the same day, the one made first', () =>
    assert.deepEqual(
      dues.toSorted(byAge).map(({ id }) => id),
      ['c', 'r', 'a', 'b'],
    ))
})

describe('an allocation as typed', () => {
  const dues = new Map([
    ['a', 200],
    ['b', 300],
    ['r', -100],
  ])
  const share = (receivable_id: string, amount_centimes: number) => ({ receivable_id, amount_centimes })
  const cases: readonly [string, number, ReturnType<typeof share>[], string | null][] = [
    ['all of it', 500, [share('a', 200), share('b', 300)], null],
    ['part of it', 500, [share('a', 10)], null],
    ['a refund set off', 400, [share('a', 200), share('b', 300), share('r', -100)], null],
    ['bills and refund set off without money', 0, [share('a', 100), share('r', -100)], null],
    ['more than the payment', 400, [share('a', 200), share('b', 300)], 'beyond_payment'],
    ['more than is due', 500, [share('a', 201)], 'beyond_due'],
    ['more than the refund', 500, [share('a', 200), share('r', -101)], 'beyond_due'],
    ['a refund with the sign of a bill', 500, [share('r', 100)], 'beyond_due'],
    ['the same bill twice', 500, [share('a', 100), share('a', 100)], 'twice'],
    ['an unknown or settled bill', 500, [share('x', 100)], 'not_due'],
    ['nothing for a bill', 500, [share('a', 0)], 'nothing'],
    ['only refunds on money that comes in', 500, [share('r', -100)], 'beyond_payment'],
  ]
  for (const [name, amount, shares, fault] of cases)
    test(name, () => assert.equal(faultOfShares(amount, shares, dues)?.fault ?? null, fault))
})

describe('cash', () => {
  const compulsory = { compulsory: true, cash_rule: 'warn' } as const
  const blocking = { compulsory: true, cash_rule: 'block' } as const
  const free = { compulsory: false, cash_rule: 'allow' } as const
  const boat = { compulsory: false, cash_rule: 'block' } as const
  test('is warned of for a compulsory cover since the law', () => assert.equal(cashRuleFor('cash', [free, compulsory], true), 'warn'))
  test('is refused where the product says so', () => assert.equal(cashRuleFor('cash', [compulsory, blocking], true), 'block'))
  test('is taken for compulsory covers before the law', () => assert.equal(cashRuleFor('cash', [compulsory, blocking], false), 'allow'))
  test('is refused for what else the company refuses it for', () => assert.equal(cashRuleFor('cash', [boat], false), 'block'))
  test('is taken for the rest', () => assert.equal(cashRuleFor('cash', [free], true), 'allow'))
  test('is nobody’s business in other modes', () => assert.equal(cashRuleFor('cheque', [blocking], true), 'allow'))
})

test('cheques have a number and a bank, and may come back; cash has nothing', () => {
  assert.deepEqual(paperOf('cheque'), { reference: 'required', bank: 'required' })
  assert.deepEqual(paperOf('postal_cheque'), { reference: 'required', bank: 'none' })
  assert.deepEqual(paperOf('cash'), { reference: 'none', bank: 'none' })
  assert.equal(paperOf('cib_card').reference, 'optional')
  assert.deepEqual([mayBounce('cheque'), mayBounce('postal_cheque'), mayBounce('transfer')], [true, true, false])
})

describe('a promise', () => {
  const promise = { state: 'waiting', amount_centimes: 1000, kept_centimes: 0, due_on: '2026-11-15' } as const
  test('waits on its day', () => assert.equal(promiseStateOn(promise, '2026-11-15'), 'waiting'))
  test('is broken the day after', () => assert.equal(promiseStateOn(promise, '2026-11-16'), 'broken'))
  test('is kept in part', () => assert.equal(promiseStateOn({ ...promise, kept_centimes: 999 }, '2026-11-16'), 'part_kept'))
  test('is kept before its day', () => assert.equal(promiseStateOn({ ...promise, kept_centimes: 1000 }, '2026-11-01'), 'kept'))
  test('may be taken back', () =>
    assert.equal(promiseStateOn({ ...promise, state: 'cancelled', kept_centimes: 1000 }, '2026-11-16'), 'cancelled'))
})
