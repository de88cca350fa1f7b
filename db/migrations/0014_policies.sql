-- Policies: the contract and its present term, what it insures, whom it names, how it moved.

-- The day it is now for the bound organization.
create or replace function app_today() returns date language sql stable as $$
  select (now() at time zone coalesce((select time_zone from organization where organization_id = app_org()), 'Africa/Algiers'))::date
$$;

create table policy (
  organization_id uuid not null,
  id uuid not null,
  -- 15 digits when made here (agency 5, year 2, branch 2, sequence 6); imported ones are any text
  number text not null,
  contact_id uuid not null,
  product_id uuid not null,
  formula_id uuid,
  -- as files call it where the catalogue has no such formula
  formula_name text,
  agency_id uuid not null,
  owner_id uuid,
  intermediary text,
  status text not null,
  status_since date not null,
  end_reason text,
  -- the first day without cover of a cancellation, which may be decided beforehand
  end_date date,
  -- true while the cover of the latest term waits for its payment (art. 17 of ord. 95-07)
  cover_awaits_payment boolean not null default false,
  contract_type text not null,
  duration_code text not null,
  periodicity text not null,
  -- how the holder agreed to pay, and from which account
  payment_mode text,
  bank_account text,
  subscribed_on date not null,
  effective_date date not null,
  effective_time time,
  -- the last day of cover of the present term is the day before
  expiry_date date not null,
  -- the day from which the term is to be renewed; null leaves it to the rule (capabilities/policies/rules.ts)
  renewal_from date,
  anniversary text,
  convention_code text,
  -- hundredths of a per cent
  discount_rate integer not null default 0,
  bm_coefficient numeric(4, 2),
  -- what is insured, in a few words: Renault Clio 4, 12345-116-16
  insured_label text,
  net_premium_centimes bigint not null,
  fee_centimes bigint not null default 0,
  vat_centimes bigint not null default 0,
  fga_centimes bigint not null default 0,
  stamp_centimes bigint not null default 0,
  graded_stamp_centimes bigint not null default 0,
  vehicle_tax_centimes bigint not null default 0,
  total_premium_centimes bigint not null,
  commission_centimes bigint not null default 0,
  management_commission_centimes bigint not null default 0,
  last_amendment integer not null default 0,
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
alter table policy add constraint policy_status check (status in ('draft', 'awaiting_payment', 'in_force', 'suspended', 'to_renew', 'renewed', 'lapsed', 'cancelled', 'void', 'expired'));
alter table policy add constraint policy_contract_type check (contract_type in ('firm', 'tacit', 'temporary'));
alter table policy add constraint policy_periodicity check (periodicity in ('annual', 'half_yearly', 'quarterly', 'monthly', 'single'));
alter table policy add constraint policy_subject foreign key (organization_id, id) references subject (organization_id, id);
alter table policy add constraint policy_contact foreign key (organization_id, contact_id) references contact (organization_id, id);
alter table policy add constraint policy_product foreign key (organization_id, product_id) references product (organization_id, id);
create index policy_by_contact on policy (organization_id, contact_id);
create index policy_by_number on policy (organization_id, number, id);
create index policy_by_status on policy (organization_id, status, created_at desc, id desc) where deleted_at is null;
create index policy_by_time on policy (organization_id, created_at desc, id desc) where deleted_at is null;
create index policy_by_agency on policy (organization_id, agency_id, expiry_date, id) where deleted_at is null;
create index policy_by_expiry on policy (organization_id, expiry_date, id) where deleted_at is null;
create unique index policy_external on policy (organization_id, external_source, external_id) where external_id is not null;
call tenant_table('policy');
call list_window('policy_window', 'select * from policy where organization_id = app_org()');

-- Each stretch of time for which a policy was paid or renewed, and how it ended: U11 counts these.
create table policy_term (
  organization_id uuid not null,
  policy_id uuid not null,
  number integer not null,
  effective_date date not null,
  expiry_date date not null,
  net_premium_centimes bigint not null,
  total_premium_centimes bigint not null,
  -- when the premium of the term, or its first bill, was paid
  paid_on date,
  -- open, renewed, not_renewed
  outcome text not null default 'open',
  outcome_reason text,
  outcome_note text,
  outcome_on date,
  outcome_by uuid,
  -- the expiry notice that was made for it
  noticed_on date,
  notice_document_id uuid,
  notice_amount_centimes bigint,
  primary key (organization_id, policy_id, number)
);
alter table policy_term add constraint policy_term_outcome check (outcome in ('open', 'renewed', 'not_renewed'));
alter table policy_term add constraint policy_term_policy foreign key (organization_id, policy_id) references policy (organization_id, id) on delete cascade;
create index policy_term_by_expiry on policy_term (organization_id, expiry_date, policy_id);
call tenant_table('policy_term');

-- What is insured. One row per vehicle, dwelling, boat, business …; a fleet has many.
create table insured_object (
  organization_id uuid not null,
  id uuid not null,
  policy_id uuid not null,
  kind text not null,
  label text not null,
  -- of vehicles: the plate as shown and its digits alone; the chassis in capitals
  plate text,
  plate_key text,
  chassis text,
  -- of places: what two insurances of the same dwelling have in common
  place_key text,
  wilaya text,
  commune text,
  address text,
  value_centimes bigint,
  -- fields by kind: docs/glossary, policies/insured-objects.ts
  details jsonb not null default '{}',
  from_date date not null,
  until_date date,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id)
);
alter table insured_object add constraint insured_object_policy foreign key (organization_id, policy_id) references policy (organization_id, id) on delete cascade;
create index insured_object_by_policy on insured_object (organization_id, policy_id);
create index insured_object_by_plate on insured_object (organization_id, plate_key) where plate_key is not null;
create index insured_object_by_chassis on insured_object (organization_id, chassis) where chassis is not null;
create index insured_object_by_place on insured_object (organization_id, place_key) where place_key is not null;
call tenant_table('insured_object');

create table policy_guarantee (
  organization_id uuid not null,
  policy_id uuid not null,
  code text not null,
  limit_centimes bigint,
  deductible_centimes bigint,
  deductible_rate integer,
  -- which of several offers of the product, where it has some
  offer text,
  premium_centimes bigint not null default 0,
  primary key (organization_id, policy_id, code)
);
alter table policy_guarantee add constraint policy_guarantee_policy foreign key (organization_id, policy_id) references policy (organization_id, id) on delete cascade;
call tenant_table('policy_guarantee');

-- People on a policy besides its subscriber, known customers or not.
create table policy_party (
  organization_id uuid not null,
  id uuid not null,
  policy_id uuid not null,
  role text not null,
  contact_id uuid,
  name text not null,
  birth_date date,
  licence_number text,
  licence_category text,
  licence_date date,
  licence_wilaya text,
  created_at timestamptz not null,
  primary key (organization_id, id)
);
alter table policy_party add constraint policy_party_role check (role in ('insured', 'beneficiary', 'driver', 'payer'));
alter table policy_party add constraint policy_party_policy foreign key (organization_id, policy_id) references policy (organization_id, id) on delete cascade;
create index policy_party_by_policy on policy_party (organization_id, policy_id);
create index policy_party_by_contact on policy_party (organization_id, contact_id) where contact_id is not null;
call tenant_table('policy_party');

-- Every movement of a policy («avenant»); 0 is the new business itself.
create table policy_amendment (
  organization_id uuid not null,
  id uuid not null,
  policy_id uuid not null,
  number integer not null,
  kind text not null,
  effective_date date not null,
  reason text,
  note text,
  -- what the movement adds to the premium; negative for refunds
  net_premium_centimes bigint not null default 0,
  total_premium_centimes bigint not null default 0,
  changes jsonb not null default '[]',
  document_id uuid,
  made_by uuid,
  made_by_name text not null,
  made_at timestamptz not null,
  primary key (organization_id, id)
);
alter table policy_amendment add constraint policy_amendment_kind check (kind in ('new_business', 'renewal', 'replacement', 'guarantees', 'vehicle', 'risk', 'transfer', 'addition', 'removal', 'extension', 'suspension', 'reinstatement', 'refund', 'cancellation', 'voiding', 'bank_details'));
alter table policy_amendment add constraint policy_amendment_policy foreign key (organization_id, policy_id) references policy (organization_id, id) on delete cascade;
create unique index policy_amendment_number on policy_amendment (organization_id, policy_id, number);
call tenant_table('policy_amendment');

-- Stretches without cover: a claim that happened in one is pointed out.
create table policy_suspension (
  organization_id uuid not null,
  id uuid not null,
  policy_id uuid not null,
  from_date date not null,
  -- the first day of cover again; null while it lasts
  until_date date,
  reason text not null,
  created_at timestamptz not null,
  primary key (organization_id, id)
);
alter table policy_suspension add constraint policy_suspension_policy foreign key (organization_id, policy_id) references policy (organization_id, id) on delete cascade;
create index policy_suspension_by_policy on policy_suspension (organization_id, policy_id, from_date);
call tenant_table('policy_suspension');

-- policies: what higher capabilities read in their own queries. `status` is as last stored: policies' `policyStatusSql` tells that of a day.
call list_window('policy_card', 'select organization_id, id, number, contact_id, product_id, formula_name, agency_id, owner_id, created_by, status, contract_type, effective_date, expiry_date, end_date, cover_awaits_payment, renewal_from,
  insured_label, total_premium_centimes, deleted_at from policy where organization_id = app_org()');
call list_window('policy_term_window', 'select * from policy_term where organization_id = app_org()');
call list_window('policy_suspension_window', 'select organization_id, id, policy_id, from_date, until_date, reason from policy_suspension where organization_id = app_org()');
call list_window('insured_object_window', 'select * from insured_object where organization_id = app_org()');
call list_window('policy_guarantee_window', 'select * from policy_guarantee where organization_id = app_org()');
call list_window('policy_amendment_window', 'select organization_id, id, policy_id, number, kind, effective_date, reason, net_premium_centimes, total_premium_centimes, document_id, made_at from policy_amendment where organization_id = app_org()');
call list_window('policy_party_window', 'select organization_id, id, policy_id, role, contact_id, name, birth_date, licence_number, licence_category, licence_date, licence_wilaya from policy_party where organization_id = app_org()');
