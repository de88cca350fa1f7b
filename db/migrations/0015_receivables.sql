-- Bills («quittances»), payments and their allocation, promises, and the legal recovery of art. 16 of ord. 95-07.

create table receivable (
  organization_id uuid not null,
  id uuid not null,
  number text not null,
  contact_id uuid not null,
  policy_id uuid,
  amendment_id uuid,
  term_number integer,
  kind text not null,
  agency_id uuid not null,
  owner_id uuid,
  issued_on date not null,
  due_date date not null,
  period_from date,
  period_until date,
  net_premium_centimes bigint not null default 0,
  fee_centimes bigint not null default 0,
  vat_centimes bigint not null default 0,
  fga_centimes bigint not null default 0,
  stamp_centimes bigint not null default 0,
  graded_stamp_centimes bigint not null default 0,
  vehicle_tax_centimes bigint not null default 0,
  -- negative for refunds («ristournes»)
  amount_centimes bigint not null,
  paid_centimes bigint not null default 0,
  balance_centimes bigint not null,
  status text not null,
  void_reason text,
  remarks text,
  external_id text,
  external_source text,
  version integer not null default 1,
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  primary key (organization_id, id)
);
alter table receivable add constraint receivable_kind check (kind in ('cash', 'term', 'refund', 'adjustment', 'amendment'));
alter table receivable add constraint receivable_status check (status in ('issued', 'partial', 'paid', 'unpaid', 'litigation', 'void', 'refunded', 'written_off'));
alter table receivable add constraint receivable_balance check (balance_centimes = case when status in ('void', 'written_off') then 0 else amount_centimes - paid_centimes end);
-- What is paid has the sign of the bill and never goes beyond it; a void bill has nothing paid on it.
alter table receivable add constraint receivable_paid check (paid_centimes * sign(amount_centimes) >= 0 and abs(paid_centimes) <= abs(amount_centimes) and (status <> 'void' or paid_centimes = 0));
alter table receivable add constraint receivable_subject foreign key (organization_id, id) references subject (organization_id, id);
alter table receivable add constraint receivable_contact foreign key (organization_id, contact_id) references contact (organization_id, id);
alter table receivable add constraint receivable_policy foreign key (organization_id, policy_id) references policy (organization_id, id);
create index receivable_by_contact on receivable (organization_id, contact_id, due_date);
create index receivable_by_policy on receivable (organization_id, policy_id) where policy_id is not null;
-- An amendment is billed once; where its premium is split, once per term.
create unique index receivable_amendment_once on receivable (organization_id, amendment_id, coalesce(term_number, 0)) where amendment_id is not null;
create index receivable_by_number on receivable (organization_id, number);
create index receivable_by_time on receivable (organization_id, created_at desc, id desc) where deleted_at is null;
create index receivable_by_agency on receivable (organization_id, agency_id, due_date, id) where deleted_at is null;
create index receivable_by_due on receivable (organization_id, due_date, id) where deleted_at is null;
create index receivable_ended on receivable (organization_id, due_date, id) where status in ('void', 'written_off') and deleted_at is null;
-- With all that the aged balance sums, which so reads the index alone.
create index receivable_open on receivable (organization_id, due_date, id) include (agency_id, contact_id, balance_centimes) where balance_centimes <> 0 and deleted_at is null;
create unique index receivable_external on receivable (organization_id, external_source, external_id) where external_id is not null;
call tenant_table('receivable');
call list_window('receivable_window', 'select * from receivable where organization_id = app_org()');

create table payment (
  organization_id uuid not null,
  id uuid not null,
  number text not null,
  contact_id uuid not null,
  -- the agency that received it, and who looked after the customer then
  agency_id uuid not null,
  owner_id uuid,
  paid_on date not null,
  mode text not null,
  -- cheque or authorisation number
  reference text,
  bank text,
  -- negative when money goes back to the customer
  amount_centimes bigint not null,
  -- what of it settles bills
  allocated_centimes bigint not null default 0,
  -- what of it went back to the customer, by payments that name it as their origin
  refunded_centimes bigint not null default 0,
  -- of money that goes back: the payment whose rest it was
  refund_of uuid,
  state text not null default 'recorded',
  void_reason text,
  note text,
  -- the receipt that was last made of it, as long as it says what holds
  receipt_id uuid,
  external_id text,
  external_source text,
  version integer not null default 1,
  created_by uuid,
  created_by_name text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- what is left of it to the customer («avoir»)
  available_centimes bigint generated always as (case when state = 'recorded' then amount_centimes - allocated_centimes - refunded_centimes else 0 end) stored,
  primary key (organization_id, id)
);
alter table payment add constraint payment_mode check (mode in ('cash', 'cheque', 'postal_cheque', 'transfer', 'postal_transfer', 'cib_card', 'edahabia_card', 'cib_online', 'edahabia_online', 'baridimob', 'bank_deposit', 'offset'));
alter table payment add constraint payment_state check (state in ('recorded', 'bounced', 'void'));
alter table payment add constraint payment_allocated check (abs(allocated_centimes) <= abs(amount_centimes) and allocated_centimes * sign(amount_centimes) >= 0);
alter table payment add constraint payment_refunded check (refunded_centimes >= 0 and (refunded_centimes = 0 or allocated_centimes + refunded_centimes <= amount_centimes));
alter table payment add constraint payment_ended check (state = 'recorded' or (allocated_centimes = 0 and refunded_centimes = 0));
alter table payment add constraint payment_contact foreign key (organization_id, contact_id) references contact (organization_id, id);
create index payment_by_contact on payment (organization_id, contact_id, paid_on desc);
create index payment_left on payment (organization_id, contact_id) where available_centimes <> 0;
create index payment_left_by_time on payment (organization_id, created_at desc, id desc) where available_centimes <> 0;
create index payment_ended_by_time on payment (organization_id, created_at desc, id desc) where state <> 'recorded';
create index payment_by_refund on payment (organization_id, refund_of) where refund_of is not null;
create index payment_by_agency on payment (organization_id, agency_id, paid_on desc, id desc);
create index payment_by_day on payment (organization_id, paid_on desc, id desc);
create index payment_by_time on payment (organization_id, created_at desc, id desc);
create index payment_by_number on payment (organization_id, number);
create unique index payment_external on payment (organization_id, external_source, external_id) where external_id is not null;
call tenant_table('payment');
call list_window('payment_window', 'select * from payment where organization_id = app_org()');

create table payment_allocation (
  organization_id uuid not null,
  payment_id uuid not null,
  receivable_id uuid not null,
  amount_centimes bigint not null,
  primary key (organization_id, payment_id, receivable_id)
);
alter table payment_allocation add constraint payment_allocation_payment foreign key (organization_id, payment_id) references payment (organization_id, id) on delete cascade;
alter table payment_allocation add constraint payment_allocation_receivable foreign key (organization_id, receivable_id) references receivable (organization_id, id);
create index payment_allocation_by_receivable on payment_allocation (organization_id, receivable_id);
call tenant_table('payment_allocation');

create table payment_promise (
  organization_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  receivable_id uuid not null,
  amount_centimes bigint not null,
  promised_on date not null,
  due_on date not null,
  -- what was paid on the bill when it was promised, and in time since
  paid_before_centimes bigint not null default 0,
  kept_centimes bigint not null default 0,
  -- waiting, kept, part_kept, broken, cancelled
  state text not null default 'waiting',
  note text,
  recorded_by uuid,
  recorded_by_name text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id)
);
alter table payment_promise add constraint payment_promise_state check (state in ('waiting', 'kept', 'part_kept', 'broken', 'cancelled'));
alter table payment_promise add constraint payment_promise_receivable foreign key (organization_id, receivable_id) references receivable (organization_id, id) on delete cascade;
create index payment_promise_by_receivable on payment_promise (organization_id, receivable_id);
create index payment_promise_by_contact on payment_promise (organization_id, contact_id);
create index payment_promise_waiting on payment_promise (organization_id, due_on) where state = 'waiting';
call tenant_table('payment_promise');

-- organization: a region by code and name.
call list_window('region_card', 'select organization_id, id, code, name from region where organization_id = app_org()');

-- receivables: what higher capabilities read of bills and payments.
call list_window('receivable_card', 'select organization_id, id, number, contact_id, policy_id, amendment_id, kind, agency_id, owner_id, issued_on, due_date, amount_centimes, paid_centimes, balance_centimes, status, deleted_at from receivable where organization_id = app_org()');
call list_window('payment_card', 'select organization_id, id, number, contact_id, agency_id, paid_on, mode, amount_centimes, allocated_centimes, available_centimes, state from payment where organization_id = app_org()');
call list_window('payment_allocation_window', 'select organization_id, payment_id, receivable_id, amount_centimes from payment_allocation where organization_id = app_org()');

-- The recovery of one unpaid term, step by step by art. 16 of ord. 95-07; `next_step` is what may be done, from `next_on` on.
create table dunning_case (
  organization_id uuid not null,
  id uuid not null,
  policy_id uuid not null,
  contact_id uuid not null,
  receivable_id uuid not null,
  agency_id uuid not null,
  due_date date not null,
  state text not null,
  next_step text,
  next_on date,
  closed_on date,
  closed_reason text,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id)
);
alter table dunning_case add constraint dunning_case_state check (state in ('notified', 'payment_window', 'formal_notice', 'suspended', 'terminated', 'settled', 'withdrawn'));
alter table dunning_case add constraint dunning_case_step check (next_step is null or next_step in ('reminder_sms', 'reminder_email', 'reminder_call', 'formal_notice', 'suspension', 'termination'));
alter table dunning_case add constraint dunning_case_policy foreign key (organization_id, policy_id) references policy (organization_id, id);
alter table dunning_case add constraint dunning_case_receivable foreign key (organization_id, receivable_id) references receivable (organization_id, id);
create unique index dunning_case_receivable_once on dunning_case (organization_id, receivable_id);
create index dunning_case_by_policy on dunning_case (organization_id, policy_id);
create index dunning_case_by_contact on dunning_case (organization_id, contact_id);
create index dunning_case_today on dunning_case (organization_id, next_on, agency_id, id) where closed_on is null;
call tenant_table('dunning_case');
call list_window('dunning_case_window', 'select * from dunning_case where organization_id = app_org()');

-- What was done, with the days as they were counted that day: they never move again.
create table dunning_step (
  organization_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  step text not null,
  done_on date not null,
  -- frozen: the law's days counted from done_on
  deadline date,
  document_id uuid,
  tracking_number text,
  note text,
  done_by uuid,
  done_by_name text not null,
  created_at timestamptz not null,
  primary key (organization_id, id)
);
alter table dunning_step add constraint dunning_step_case foreign key (organization_id, case_id) references dunning_case (organization_id, id) on delete cascade;
create unique index dunning_step_once on dunning_step (organization_id, case_id, step);
call tenant_table('dunning_step');
