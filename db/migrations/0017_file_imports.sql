-- Imports of files whose rows speak of several records, and where the money of imported rows went.

-- `leader_no` of such rows is the row of which they are a repetition; the group decides the chunk.
alter table import_staging add column amount_centimes bigint;
alter table import_staging add column amount_kind text;

-- By kind what was read, imported, skipped and rejected, in centimes and rows: their sum is what the file says.
alter table import_chunk add column money jsonb;

-- What a chunk made of each kind of record that its rows speak of; `position` in the order of making.
create table import_chunk_part (
  organization_id uuid not null,
  import_id uuid not null,
  chunk_no integer not null,
  position integer not null,
  object text not null,
  created integer not null,
  updated integer not null,
  created_ids uuid[] not null,
  change_set_id uuid,
  primary key (organization_id, import_id, chunk_no, position)
);
alter table import_chunk_part add constraint import_chunk_part_chunk foreign key (organization_id, import_id, chunk_no) references import_chunk (organization_id, import_id, chunk_no) on delete cascade;
call tenant_table('import_chunk_part');
