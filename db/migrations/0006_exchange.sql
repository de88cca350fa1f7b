-- Imports and exports: what was asked, how far it got, what became of each row, and what it takes to take an import back.

-- Declares a table of imports under way (docs/decisions: staging). COPY FROM is refused under row-level security, so these have
-- none; the import's role alone reaches them, by the key of the import.
create procedure staging_table(name text) language plpgsql as $$
declare roles installation;
begin
  select * into strict roles from installation;
  execute format('grant select, insert, update, delete on %I to %I', name, roles.import_role);
end $$;

create table import_run (
  organization_id uuid not null,
  id uuid not null,
  object text not null,
  -- reading, needs_answer, ready, queued, checking, checked, staging, applying, done, cancelling, cancelled, failed, reverting, reverted
  state text not null,
  file_name text not null,
  file_bytes bigint not null,
  -- the same for files of the same shape: under it a mapping is remembered
  fingerprint text,
  -- goes on by itself once the file is understood; `check` stops after the dry run
  intent text not null,
  -- how a person wants the file read, what was read in it, which column fills which field, and how rows are treated
  choices jsonb not null,
  settings jsonb not null,
  survey jsonb,
  plan jsonb,
  -- what has to be answered first, and why it failed
  questions jsonb not null default '[]',
  failure jsonb,
  rows_total bigint,
  rows_staged bigint not null default 0,
  -- the settings under which the rows were staged: rows staged under others are staged anew
  staged_as text,
  rows_read bigint not null default 0,
  created bigint not null default 0,
  updated bigint not null default 0,
  skipped bigint not null default 0,
  rejected bigint not null default 0,
  progress real not null default 0,
  -- reasons with their counts, and the counts of the taking back
  report jsonb,
  reverted jsonb,
  -- null, keep or revert: what was asked when it was stopped
  stop text,
  made_by uuid not null,
  made_by_name text not null,
  -- whoever started it, as they were then: rights, scope, language
  actor jsonb not null,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  reverted_at timestamptz,
  version integer not null default 1,
  primary key (organization_id, id)
);
alter table import_run add constraint import_run_intent check (intent in ('wait', 'check', 'run'));
alter table import_run add constraint import_run_stop check (stop in ('keep', 'revert'));
create index import_run_by_time on import_run (organization_id, created_at desc, id desc);
call tenant_table('import_run');

-- The watermark: a chunk stands here once its rows are applied, in the very transaction that applied them.
create table import_chunk (
  organization_id uuid not null,
  import_id uuid not null,
  chunk_no integer not null,
  created integer not null,
  updated integer not null,
  skipped integer not null,
  rejected integer not null,
  created_ids uuid[] not null,
  -- before-images of what it updated (change_item), or null when it updated nothing
  change_set_id uuid,
  applied_at timestamptz not null,
  reverted_at timestamptz,
  primary key (organization_id, import_id, chunk_no)
);
alter table import_chunk add constraint import_chunk_run foreign key (organization_id, import_id) references import_run (organization_id, id) on delete cascade;
call tenant_table('import_chunk');

-- Rows that were not applied, or not taken back, and why; `trial` rows are those of the latest dry run.
create table import_row (
  organization_id uuid not null,
  import_id uuid not null,
  trial boolean not null,
  row_no integer not null,
  line integer not null,
  outcome text not null,
  reasons jsonb not null,
  -- the row as it stood in the file, for the file of refused rows
  cells text[],
  record_id uuid,
  primary key (organization_id, import_id, trial, row_no)
);
alter table import_row add constraint import_row_outcome check (outcome in ('skipped', 'rejected', 'kept'));
alter table import_row add constraint import_row_run foreign key (organization_id, import_id) references import_run (organization_id, id) on delete cascade;
create index import_row_by_outcome on import_row (organization_id, import_id, trial, outcome, row_no);
call tenant_table('import_row');

-- The mapping and settings last used for files of one shape.
create table import_memory (
  organization_id uuid not null,
  id uuid not null,
  object text not null,
  fingerprint text not null,
  settings jsonb not null,
  used_at timestamptz not null,
  primary key (organization_id, id)
);
create unique index import_memory_shape on import_memory (organization_id, object, fingerprint);
call tenant_table('import_memory');

-- Rows of files under way, read and normalised: `data` in the order of the import's staged columns.
create table import_staging (
  import_id uuid not null,
  row_no integer not null,
  chunk_no integer not null,
  line integer not null,
  -- the first row of the file with the same key, into which this one was merged
  leader_no integer,
  data text[],
  problems jsonb,
  cells text[] not null,
  primary key (import_id, row_no)
);
create index import_staging_by_chunk on import_staging (import_id, chunk_no);
alter table import_staging set (autovacuum_vacuum_insert_scale_factor = 1, toast_tuple_target = 4096);
call staging_table('import_staging');

-- The last value given of several, for rows of one file that mean the same record.
create function last_given_value(text, text) returns text language sql immutable strict parallel safe as 'select $2';
create aggregate last_given(text) (sfunc = last_given_value, stype = text, parallel = safe);

create table export_run (
  organization_id uuid not null,
  id uuid not null,
  object text not null,
  -- queued, running, done, cancelled, failed, expired
  state text not null,
  format text not null,
  query jsonb not null,
  columns jsonb not null,
  file_name text not null,
  file_bytes bigint,
  rows_total bigint,
  rows_written bigint not null default 0,
  failure jsonb,
  stop boolean not null default false,
  made_by uuid not null,
  made_by_name text not null,
  actor jsonb not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  expires_at timestamptz,
  primary key (organization_id, id)
);
alter table export_run add constraint export_run_format check (format in ('csv', 'xlsx'));
create index export_run_by_maker on export_run (organization_id, made_by, created_at desc, id desc);
call tenant_table('export_run');

-- Work that is not settled, of all organizations: what a killed process left is found here and taken up again.
create table exchange_work (
  id uuid primary key,
  organization_id uuid not null,
  kind text not null,
  since timestamptz not null
);
alter table exchange_work add constraint exchange_work_kind check (kind in ('import', 'revert', 'export'));
call control_table('exchange_work');

-- Taking an import back deletes subjects by the thousand, each of which asks for its activities, deleted ones too.
create index activity_on_subject on activity (organization_id, subject_id);

-- Codes, identifiers and folded names are compared byte by byte: a language's order says nothing about them and costs an import
-- a third of its time. The window goes and comes back because a view holds on to its columns.
drop view contact_window;
alter table contact alter column code type text collate "C", alter column name_folded type text collate "C", alter column name_key type text collate "C",
  alter column email type text collate "C", alter column mobile type text collate "C", alter column phone type text collate "C", alter column nin type text collate "C",
  alter column nif type text collate "C", alter column rc type text collate "C", alter column wilaya type text collate "C",
  alter column external_id type text collate "C", alter column external_source type text collate "C";
call list_window('contact_window', 'select * from contact where organization_id = app_org()');
drop view account_window;
alter table account alter column code type text collate "C", alter column name_folded type text collate "C", alter column external_id type text collate "C",
  alter column external_source type text collate "C";
call list_window('account_window', 'select * from account where organization_id = app_org()');
