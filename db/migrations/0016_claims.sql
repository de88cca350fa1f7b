-- Claims («sinistres»): the file, who takes part, its money, its course.

create table claim (
  organization_id uuid not null,
  id uuid not null,
  number text not null,
  policy_id uuid not null,
  contact_id uuid not null,
  object_id uuid,
  agency_id uuid not null,
  -- who handles it
  owner_id uuid,
  status text not null,
  status_since timestamptz not null,
  nature text not null,
  cause text,
  circumstances text,
  guarantees text[] not null default '{}',
  occurred_on date not null,
  occurred_at_time time,
  declared_on date not null,
  declared_at_time time,
  channel text not null,
  place text,
  wilaya text,
  commune text,
  -- fields that belong to some natures only: driver, authority, theft, injured … (claims/details.ts)
  details jsonb not null default '{}',
  injured integer not null default 0,
  liability_rate integer,
  convention text,
  expert_name text,
  expert_phone text,
  expert_assigned_on date,
  expertise_on date,
  expertise_centimes bigint,
  deductible_centimes bigint,
  wear_centimes bigint,
  granted_centimes bigint,
  granted_on date,
  settled_on date,
  -- kept equal to the sums of claim_movement by the verbs that write one
  reserve_centimes bigint not null default 0,
  paid_centimes bigint not null default 0,
  fees_centimes bigint not null default 0,
  recovered_centimes bigint not null default 0,
  recovery_expected_centimes bigint not null default 0,
  recovery_company text,
  recovery_state text,
  rejection_reason text,
  closed_on date,
  -- the first deadline that still runs, and of which clock (claims/clocks.ts): days, so that no midnight changes it
  due_on date,
  due_kind text,
  -- what was pointed out when it was declared, frozen: outside_cover, suspended, late, duplicate …
  flags text[] not null default '{}',
  external_id text,
  external_source text,
  version integer not null default 1,
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  primary key (organization_id, id)
);
alter table claim add constraint claim_status check (status in ('draft', 'declared', 'documents_missing', 'in_verification', 'opened', 'in_expertise', 'expertised', 'counter_expertise', 'under_study', 'in_recovery', 'granted', 'in_settlement', 'settled', 'part_settled', 'rejected', 'no_action', 'in_litigation', 'closed', 'reopened'));
alter table claim add constraint claim_reserve check (reserve_centimes >= 0);
alter table claim add constraint claim_liability check (liability_rate is null or liability_rate between 0 and 100);
alter table claim add constraint claim_subject foreign key (organization_id, id) references subject (organization_id, id);
alter table claim add constraint claim_policy foreign key (organization_id, policy_id) references policy (organization_id, id);
alter table claim add constraint claim_contact foreign key (organization_id, contact_id) references contact (organization_id, id);
create index claim_by_contact on claim (organization_id, contact_id, occurred_on desc);
create index claim_by_policy on claim (organization_id, policy_id, occurred_on);
create index claim_by_number on claim (organization_id, number);
create index claim_by_time on claim (organization_id, created_at desc, id desc) where deleted_at is null;
create index claim_by_agency on claim (organization_id, agency_id, declared_on desc, id desc) where deleted_at is null;
create index claim_by_declaration on claim (organization_id, declared_on, id) where deleted_at is null;
create index claim_by_due on claim (organization_id, due_on, id) where deleted_at is null and due_on is not null;
create unique index claim_external on claim (organization_id, external_source, external_id) where external_id is not null;
call tenant_table('claim');
call list_window('claim_window', 'select * from claim where organization_id = app_org()');
-- claims: what higher capabilities read of a claim.
call list_window('claim_card', 'select organization_id, id, number, policy_id, contact_id, agency_id, owner_id, status, nature, occurred_on, declared_on, reserve_centimes, paid_centimes, fees_centimes, recovered_centimes, recovery_expected_centimes, settled_on, closed_on, deleted_at from claim where organization_id = app_org()');

create table claim_status_change (
  organization_id uuid not null,
  id uuid not null,
  claim_id uuid not null,
  from_status text,
  to_status text not null,
  note text,
  made_by uuid,
  made_by_name text not null,
  made_at timestamptz not null,
  primary key (organization_id, id)
);
alter table claim_status_change add constraint claim_status_change_claim foreign key (organization_id, claim_id) references claim (organization_id, id) on delete cascade;
create index claim_status_change_by_claim on claim_status_change (organization_id, claim_id, made_at);
call tenant_table('claim_status_change', 'select, insert, delete');

-- Third parties, witnesses, victims.
create table claim_party (
  organization_id uuid not null,
  id uuid not null,
  claim_id uuid not null,
  role text not null,
  name text not null,
  phone text,
  address text,
  vehicle text,
  plate text,
  company text,
  policy_number text,
  policy_from date,
  policy_until date,
  driver_name text,
  damage text,
  created_at timestamptz not null,
  primary key (organization_id, id)
);
alter table claim_party add constraint claim_party_role check (role in ('third_party', 'witness', 'victim'));
alter table claim_party add constraint claim_party_claim foreign key (organization_id, claim_id) references claim (organization_id, id) on delete cascade;
create index claim_party_by_claim on claim_party (organization_id, claim_id);
call tenant_table('claim_party');

-- Reserve and money movements; never changed, only undone by an opposite one.
create table claim_movement (
  organization_id uuid not null,
  id uuid not null,
  claim_id uuid not null,
  -- its place among those of the claim, from 1; given while the claim is locked
  rank integer not null default 0,
  kind text not null,
  made_on date not null,
  -- what it adds: to the reserve for opening, revaluation and closing, to what was paid or received for the others
  amount_centimes bigint not null,
  reserve_after_centimes bigint not null,
  guarantee text,
  beneficiary text,
  mode text,
  reference text,
  note text,
  -- the movement that this one undoes
  reverses_id uuid,
  made_by uuid,
  made_by_name text not null,
  made_at timestamptz not null,
  primary key (organization_id, id)
);
alter table claim_movement add constraint claim_movement_kind check (kind in ('opening', 'revaluation', 'payment', 'fees', 'recovery', 'salvage', 'closing'));
alter table claim_movement add constraint claim_movement_claim foreign key (organization_id, claim_id) references claim (organization_id, id) on delete cascade;
create unique index claim_movement_reversal on claim_movement (organization_id, reverses_id) where reverses_id is not null;
create index claim_movement_by_claim on claim_movement (organization_id, claim_id, rank);
call tenant_table('claim_movement', 'select, insert, delete');

-- Papers that the nature of a claim asks for, and whether they came.
create table claim_document (
  organization_id uuid not null,
  claim_id uuid not null,
  code text not null,
  received_on date,
  document_id uuid,
  waived_reason text,
  primary key (organization_id, claim_id, code)
);
alter table claim_document add constraint claim_document_claim foreign key (organization_id, claim_id) references claim (organization_id, id) on delete cascade;
call tenant_table('claim_document');
