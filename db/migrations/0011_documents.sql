-- Documents of any record: files that people attach, and letters made from templates (X4).

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
  -- of letters: the template, its edition and what was merged, frozen when the letter was made; the bytes follow from them
  template text,
  template_version integer,
  language text,
  data jsonb,
  number text,
  -- of letters made together
  batch_id uuid,
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
create index document_by_subject on document (organization_id, subject_id, created_at desc, id desc) where deleted_at is null;
create index document_by_about on document (organization_id, about_id, created_at desc) where about_id is not null;
create index document_by_batch on document (organization_id, batch_id, number) where batch_id is not null;
call tenant_table('document');

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
  file_ids uuid[] not null default '{}',
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
