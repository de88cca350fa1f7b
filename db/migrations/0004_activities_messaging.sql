-- The timeline of any subject, and the consent register.

create table activity (
  organization_id uuid not null,
  id uuid not null,
  subject_id uuid not null,
  kind text not null,
  direction text,
  outcome text,
  body text not null,
  occurred_at timestamptz not null,
  duration_minutes integer,
  author_id uuid,
  author_name text not null,
  external_id text,
  source text,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  primary key (organization_id, id)
);
alter table activity add constraint activity_kind check (kind ~ '^[a-z_]{2,40}$');
alter table activity add constraint activity_subject foreign key (organization_id, subject_id) references subject (organization_id, id) on delete cascade;
create index activity_by_subject on activity (organization_id, subject_id, occurred_at desc, id desc) where deleted_at is null;
create index activity_by_author on activity (organization_id, author_id, occurred_at desc) where deleted_at is null;
call tenant_table('activity');

-- Every statement is kept; the latest of each purpose and channel counts.
create table consent_statement (
  organization_id uuid not null,
  id uuid not null,
  subject_id uuid not null,
  purpose text not null,
  channel text not null,
  status text not null,
  source text not null,
  proof text,
  text_version text,
  recorded_by uuid,
  recorded_by_name text not null,
  recorded_at timestamptz not null,
  primary key (organization_id, id)
);
alter table consent_statement add constraint consent_statement_status check (status in ('granted', 'refused', 'withdrawn'));
alter table consent_statement add constraint consent_statement_subject foreign key (organization_id, subject_id) references subject (organization_id, id) on delete cascade;
create index consent_statement_latest on consent_statement (organization_id, subject_id, purpose, channel, recorded_at desc, id desc);
call tenant_table('consent_statement', 'select, insert');
