-- The company, its regional directorates and agencies; reference data of the country.

create table organization (
  organization_id uuid not null,
  id uuid not null,
  name text not null,
  address text,
  wilaya text,
  commune text,
  postcode text,
  mobile text,
  phone text,
  email text,
  website text,
  employees integer,
  rc text,
  nif text,
  time_zone text not null default 'Africa/Algiers',
  language text not null default 'fr',
  logo_file text,
  brand jsonb not null,
  sheet_completed_at timestamptz,
  is_demo boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id)
);
alter table organization add constraint organization_language check (language in ('fr', 'ar', 'en'));
call tenant_table('organization', 'select, insert, update');

create table region (
  organization_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id)
);
create unique index region_code on region (organization_id, code);
call tenant_table('region');

create table agency (
  organization_id uuid not null,
  id uuid not null,
  number text not null,
  name text not null,
  type text not null,
  region_id uuid,
  wilaya text not null,
  commune text,
  address text,
  phone text,
  email text,
  active boolean not null default true,
  external_id text,
  source text,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id)
);
alter table agency add constraint agency_region foreign key (organization_id, region_id) references region (organization_id, id);
alter table agency add constraint agency_number_form check (number ~ '^[0-9]{5}$');
alter table agency add constraint agency_type check (type in ('head_office', 'direct', 'main', 'general_agent', 'broker', 'bancassurance', 'contributor', 'online', 'sales_point'));
create unique index agency_number on agency (organization_id, number);
create unique index agency_external on agency (organization_id, source, external_id) where external_id is not null;
create index agency_by_region on agency (organization_id, region_id);
call tenant_table('agency', 'select, insert, update, delete');

create table wilaya (
  code text primary key,
  name_fr text not null,
  name_ar text not null,
  zone text not null,
  parent text,
  in_force_from date,
  weight integer not null default 0,
  folded text not null
);
call shared_table('wilaya');

create table commune (
  code text primary key,
  wilaya text not null,
  name_fr text not null,
  name_ar text not null,
  postcode text,
  folded text not null
);
create index commune_by_wilaya on commune (wilaya, name_fr);
call shared_table('commune');

create table bank (
  code text primary key,
  name text not null
);
call shared_table('bank');

create table public_holiday (
  day date not null,
  code text not null,
  name_fr text not null,
  name_ar text not null,
  provisional boolean not null,
  primary key (day, code)
);
call shared_table('public_holiday');
