import type { PolicyDates, PolicyStatus } from '../rules.ts'

interface StatusCase {
  readonly what: string
  readonly policy: PolicyDates
  readonly day: string
  readonly is: PolicyStatus
}

const dates = { effective_date: '2026-01-01', expiry_date: '2027-01-01', end_date: null, cover_awaits_payment: false, renewal_from: null }
const firm = { ...dates, contract_type: 'firm' } as const
const tacit = { ...dates, contract_type: 'tacit' } as const
const temporary = { ...dates, contract_type: 'temporary', expiry_date: '2026-01-21' } as const

const of = (what: string, policy: PolicyDates, days: Readonly<Record<string, PolicyStatus>>): StatusCase[] =>
  Object.entries(days).map(([day, is]) => ({ what, policy, day, is }))

/** What the rule of states must say, in the program and in the database alike. */
export const statusCases: readonly StatusCase[] = [
  ...of(
    'a firm contract',
    { ...firm, status: 'in_force' },
    {
      '2025-12-01': 'in_force',
      '2026-01-01': 'in_force',
      '2026-11-16': 'in_force',
      '2026-11-17': 'to_renew',
      '2026-12-31': 'to_renew',
      '2027-01-01': 'lapsed',
      '2027-06-01': 'lapsed',
    },
  ),
  ...of('one whose stored state is behind', { ...firm, status: 'to_renew' }, { '2026-03-01': 'in_force', '2027-01-01': 'lapsed' }),
  ...of(
    'one with a day of its own for renewing',
    { ...firm, status: 'in_force', renewal_from: '2026-12-15' },
    {
      '2026-12-14': 'in_force',
      '2026-12-15': 'to_renew',
    },
  ),
  ...of(
    'one through a leap day',
    { ...firm, status: 'in_force', effective_date: '2023-04-14', expiry_date: '2024-04-14' },
    {
      '2024-02-28': 'in_force',
      '2024-02-29': 'to_renew',
      '2024-04-13': 'to_renew',
      '2024-04-14': 'lapsed',
    },
  ),
  ...of(
    'a term of a month',
    { ...firm, status: 'in_force', expiry_date: '2026-02-01' },
    {
      '2026-01-16': 'in_force',
      '2026-01-17': 'to_renew',
      '2026-01-31': 'to_renew',
      '2026-02-01': 'lapsed',
    },
  ),
  ...of(
    'a tacit contract waits a fortnight for its renewal',
    { ...tacit, status: 'in_force' },
    {
      '2026-12-31': 'to_renew',
      '2027-01-01': 'to_renew',
      '2027-01-15': 'to_renew',
      '2027-01-16': 'lapsed',
    },
  ),
  ...of(
    'a temporary contract',
    { ...temporary, status: 'in_force' },
    {
      '2026-01-20': 'in_force',
      '2026-01-21': 'expired',
    },
  ),
  ...of(
    'a temporary contract that is suspended',
    { ...temporary, status: 'suspended' },
    { '2026-01-20': 'suspended', '2026-01-21': 'expired' },
  ),
  ...of(
    'a suspended contract',
    { ...firm, status: 'suspended' },
    { '2026-05-01': 'suspended', '2026-12-31': 'suspended', '2027-01-01': 'lapsed' },
  ),
  ...of(
    'one whose cancellation is decided',
    { ...firm, status: 'in_force', end_date: '2026-06-15' },
    {
      '2026-06-14': 'in_force',
      '2026-06-15': 'cancelled',
    },
  ),
  ...of(
    'a suspended one that is to end',
    { ...firm, status: 'suspended', end_date: '2026-06-15' },
    { '2026-06-14': 'suspended', '2026-06-15': 'cancelled' },
  ),
  ...of(
    'one that awaits its payment',
    { ...firm, status: 'awaiting_payment', cover_awaits_payment: true },
    {
      '2026-01-01': 'awaiting_payment',
      '2027-06-01': 'awaiting_payment',
    },
  ),
  ...of(
    'one that was renewed before its new term',
    { ...firm, status: 'renewed' },
    {
      '2025-12-31': 'renewed',
      '2026-01-01': 'in_force',
      '2026-11-17': 'to_renew',
      '2027-01-01': 'lapsed',
    },
  ),
  ...of(
    'one that was renewed and is not paid when its new term begins',
    { ...firm, status: 'renewed', cover_awaits_payment: true },
    {
      '2025-12-31': 'renewed',
      '2026-01-01': 'awaiting_payment',
      '2026-11-17': 'awaiting_payment',
    },
  ),
  ...(['draft', 'cancelled', 'void', 'lapsed', 'expired'] as const).flatMap((status) =>
    of(`what is ${status} stays so`, { ...firm, status }, { '2026-01-01': status, '2027-06-01': status }),
  ),
]
