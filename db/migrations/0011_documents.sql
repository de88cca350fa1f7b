-- Documents of any record: files that people attach, and letters made from templates (X4).

-- What stands at the head of letters: company and agency as they were. Named by the hash of its content, so that each is kept once.
create table letter_head (
  organization_id uuid not null,
  id uuid not null,
  content jsonb not null,
  created_at timestamptz not null,
  primary key (organization_id, id)
);
call tenant_table('letter_head', 'select, insert');

-- organization: an agency as its letters show it.
call list_window('agency_sheet', 'select organization_id, id, number, name, address, wilaya, commune, phone, email from agency where organization_id = app_org()');

create table document (
  organization_id uuid not null,
  id uuid not null,
  -- whose profile shows it: the customer
  subject_id uuid not null,
  -- what it is about, when that is not the subject itself: a policy, a claim, a bill
  about_id uuid,
  -- a word of the capability that asks for it: attachment, renewal_notice, formal_notice, police_report …
  kind text not null,
  title text not null,
  origin text not null,
  -- of letters: the template, its edition, what was merged and the head, frozen when the letter was made; the bytes follow from them
  template text,
  template_version integer,
  language text,
  data jsonb,
  head_id uuid,
  number text,
  -- of letters made together, and the place of each in the printed pile
  batch_id uuid,
  batch_rank integer,
  current_version integer not null default 1,
  created_by uuid,
  created_by_name text not null,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  primary key (organization_id, id)
);
alter table document add constraint document_origin check (origin in ('upload', 'template'));
alter table document add constraint document_subject foreign key (organization_id, subject_id) references subject (organization_id, id) on delete cascade;
alter table document add constraint document_head foreign key (organization_id, head_id) references letter_head (organization_id, id);
alter table document add constraint document_letter check (origin = 'upload' or (template is not null and template_version is not null and language in ('fr', 'ar') and data is not null and head_id is not null));
create index document_by_subject on document (organization_id, subject_id, created_at desc, id desc) where deleted_at is null;
create index document_by_about on document (organization_id, about_id, created_at desc) where about_id is not null;
create index document_by_batch on document (organization_id, batch_id, batch_rank) where batch_id is not null;
create index document_by_time on document (organization_id, created_at desc, id desc) where deleted_at is null;
create index document_binned on document (organization_id, deleted_at) where deleted_at is not null;
call tenant_table('document');
call list_window('document_window', 'select * from document where organization_id = app_org()');

-- The bytes of a document, one row per version; a letter has none until it is first opened or printed.
create table document_version (
  organization_id uuid not null,
  document_id uuid not null,
  number integer not null,
  file_id uuid not null,
  name text not null,
  media_type text not null,
  bytes bigint not null,
  sha256 text not null,
  created_by uuid,
  created_by_name text not null,
  created_at timestamptz not null,
  primary key (organization_id, document_id, number)
);
alter table document_version add constraint document_version_document foreign key (organization_id, document_id) references document (organization_id, id) on delete cascade;
call tenant_table('document_version', 'select, insert');

-- Letters made together, and the files in which they are printed one behind the other.
create table document_batch (
  organization_id uuid not null,
  id uuid not null,
  kind text not null,
  title text not null,
  state text not null,
  wanted integer not null,
  made integer not null default 0,
  printed integer not null default 0,
  -- files of so many letters each, in order: `[{ "id", "name", "bytes" }]`
  letters_per_file integer not null,
  files jsonb not null default '[]',
  failure text,
  created_by uuid,
  created_by_name text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id)
);
alter table document_batch add constraint document_batch_state check (state in ('waiting', 'running', 'done', 'failed'));
create index document_batch_by_time on document_batch (organization_id, created_at desc, id desc);
call tenant_table('document_batch');

-- Batches that are not settled, of all organizations: what a process that starts looks at.
create table document_batch_work (
  id uuid primary key,
  organization_id uuid not null,
  since timestamptz not null
);
call control_table('document_batch_work');
