-- Contacts and accounts. Agency, owner and bin are repeated from `subject` because every list filters and sorts by them.

create table account (
  organization_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  name_folded text not null,
  kind text not null,
  parent_id uuid,
  sector text,
  employees integer,
  revenue_centimes bigint,
  nif text,
  rc text,
  phone text,
  email text,
  website text,
  address text,
  wilaya text,
  commune text,
  postcode text,
  remarks text,
  agency_id uuid not null,
  owner_id uuid,
  external_id text,
  external_source text,
  version integer not null default 1,
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  primary key (organization_id, id)
);
alter table account add constraint account_kind check (kind in ('company', 'household'));
alter table account add constraint account_subject foreign key (organization_id, id) references subject (organization_id, id);
alter table account add constraint account_agency foreign key (organization_id, agency_id) references agency (organization_id, id);
create unique index account_code on account (organization_id, code);
create unique index account_external on account (organization_id, external_source, external_id) where external_id is not null;
create index account_by_time on account (organization_id, created_at desc, id desc) where deleted_at is null;
create index account_by_name on account (organization_id, name_folded, id) where deleted_at is null;
create index account_by_agency on account (organization_id, agency_id, created_at desc, id desc) where deleted_at is null;
create index account_by_parent on account (organization_id, parent_id) where parent_id is not null;
create index account_name_like on account using gin (organization_id, name_folded gin_trgm_ops);
call tenant_table('account');
call list_window('account_window', 'select * from account where organization_id = app_org()');

create table contact (
  organization_id uuid not null,
  id uuid not null,
  code text not null,
  kind text not null,
  name text not null,
  -- fold(name): sorted by and searched in
  name_folded text not null,
  -- the spelling-forgiving form (phoneticKey), to find duplicates
  name_key text not null,
  title text,
  last_name text,
  first_name text,
  maiden_name text,
  name_ar text,
  company_name text,
  legal_form text,
  birth_date date,
  birth_place text,
  marital_status text,
  profession text,
  employer text,
  email text,
  other_email text,
  mobile text,
  phone text,
  other_phone text,
  nin text,
  document_kind text,
  document_number text,
  document_issued_on date,
  document_issued_at text,
  nif text,
  nis text,
  rc text,
  ai text,
  rib text,
  sector text,
  employees integer,
  revenue_centimes bigint,
  representative text,
  address text,
  address_ar text,
  wilaya text,
  commune text,
  postcode text,
  language text not null default 'fr',
  preferred_channel text,
  status text not null default 'prospect',
  source text,
  remarks text,
  agency_id uuid not null,
  owner_id uuid,
  account_id uuid,
  external_id text,
  external_source text,
  registered_on date not null,
  valid_until date,
  version integer not null default 1,
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  primary key (organization_id, id)
);
alter table contact add constraint contact_kind check (kind in ('individual', 'professional', 'company', 'association', 'administration'));
alter table contact add constraint contact_language check (language in ('fr', 'ar', 'en'));
alter table contact add constraint contact_status check (status in ('prospect', 'active', 'inactive', 'cancelled', 'litigation', 'watch', 'deceased'));
alter table contact add constraint contact_subject foreign key (organization_id, id) references subject (organization_id, id);
alter table contact add constraint contact_agency foreign key (organization_id, agency_id) references agency (organization_id, id);
create unique index contact_code on contact (organization_id, code);
create unique index contact_external on contact (organization_id, external_source, external_id) where external_id is not null;
create index contact_by_time on contact (organization_id, created_at desc, id desc) where deleted_at is null;
create index contact_by_name on contact (organization_id, name_folded, id) where deleted_at is null;
create index contact_by_agency on contact (organization_id, agency_id, created_at desc, id desc) where deleted_at is null;
create index contact_by_owner on contact (organization_id, owner_id, created_at desc, id desc) where deleted_at is null and owner_id is not null;
create index contact_by_wilaya on contact (organization_id, wilaya, created_at desc, id desc) where deleted_at is null;
create index contact_by_account on contact (organization_id, account_id) where account_id is not null;
create index contact_bin on contact (organization_id, deleted_at desc, id) where deleted_at is not null;
create index contact_by_name_key on contact (organization_id, name_key);
create index contact_by_mobile on contact (organization_id, mobile) where mobile is not null;
create index contact_by_phone on contact (organization_id, phone) where phone is not null;
create index contact_by_email on contact (organization_id, email) where email is not null;
create index contact_by_nin on contact (organization_id, nin) where nin is not null;
create index contact_by_nif on contact (organization_id, nif) where nif is not null;
create index contact_by_rc on contact (organization_id, rc) where rc is not null;
create index contact_name_like on contact using gin (organization_id, name_folded gin_trgm_ops);
call tenant_table('contact');
call list_window('contact_window', 'select * from contact where organization_id = app_org()');

-- Who belongs to which company or household, since when, as what.
create table account_member (
  organization_id uuid not null,
  account_id uuid not null,
  contact_id uuid not null,
  role text not null,
  since date,
  until date,
  created_at timestamptz not null,
  primary key (organization_id, account_id, contact_id)
);
alter table account_member add constraint account_member_account foreign key (organization_id, account_id) references account (organization_id, id) on delete cascade;
alter table account_member add constraint account_member_contact foreign key (organization_id, contact_id) references contact (organization_id, id) on delete cascade;
create index account_member_by_contact on account_member (organization_id, contact_id);
call tenant_table('account_member');

-- What a bulk action or an import changed, row by row, so that it can be taken back (decisions.md 13).
create table change_set (
  organization_id uuid not null,
  id uuid not null,
  kind text not null,
  made_by uuid,
  made_at timestamptz not null,
  undone_at timestamptz,
  primary key (organization_id, id)
);
call tenant_table('change_set');

create table change_item (
  organization_id uuid not null,
  change_set_id uuid not null,
  subject_id uuid not null,
  -- created, updated, deleted, tagged
  action text not null,
  before jsonb,
  after jsonb,
  -- the version that the change left: a later one means somebody edited since
  version integer not null,
  primary key (organization_id, change_set_id, subject_id)
);
alter table change_item add constraint change_item_set foreign key (organization_id, change_set_id) references change_set (organization_id, id) on delete cascade;
create index change_item_by_subject on change_item (organization_id, subject_id);
call tenant_table('change_item');
