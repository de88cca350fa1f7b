-- What every capability stands on: the tenant wall, subjects, journal, events, mail, files, words for search.
-- Tables are tenant, shared or control (see docs/decisions/0003-three-kinds-of-tables.md); each is declared so by one call
-- right after it is made, and tools/check-schema.mjs holds every migration to that.

create extension if not exists pg_trgm;
create extension if not exists btree_gin;

create table installation (
  id boolean primary key default true,
  app_role text not null,
  import_role text not null,
  created_at timestamptz not null
);

-- The organization to which this transaction is bound, or null. Policies compare with it; nullif because a reset setting reads ''.
create function app_org() returns uuid language sql stable parallel safe as $$
  select nullif(current_setting('app.organization_id', true), '')::uuid
$$;

-- Binds the transaction to one organization. On Citus a SET LOCAL reaches the workers only with this setting around it.
create function app_set_org(org uuid) returns void language plpgsql as $$
begin
  if current_setting('citus.propagate_set_commands', true) is not null then
    perform set_config('citus.propagate_set_commands', 'local', true);
    execute format('set local app.organization_id = %L', org::text);
    perform set_config('citus.propagate_set_commands', 'none', true);
  else
    perform set_config('app.organization_id', org::text, true);
  end if;
end $$;

-- Declares a tenant table: wall on, the application's roles may do `rights`.
create procedure tenant_table(name text, rights text default 'select, insert, update, delete') language plpgsql as $$
declare roles installation;
begin
  select * into strict roles from installation;
  execute format('alter table %I enable row level security', name);
  execute format('create policy tenant_wall on %I using (organization_id = app_org()) with check (organization_id = app_org())', name);
  execute format('grant %s on %I to %I, %I', rights, name, roles.app_role, roles.import_role);
end $$;

-- Declares reference data common to all organizations: read only for the application.
create procedure shared_table(name text) language plpgsql as $$
declare roles installation;
begin
  select * into strict roles from installation;
  execute format('grant select on %I to %I, %I', name, roles.app_role, roles.import_role);
end $$;

-- Declares a table of the installation itself (sign-in, queues): no tenant wall, the application reaches it by key.
create procedure control_table(name text, rights text default 'select, insert, update, delete') language plpgsql as $$
declare roles installation;
begin
  select * into strict roles from installation;
  execute format('grant %s on %I to %I, %I', rights, name, roles.app_role, roles.import_role);
end $$;

-- A window for lists: the rows of the bound organization only, yet without the barrier that keeps pattern operators from
-- their indexes (docs/decisions/0004-list-windows.md). The view belongs to the owner; the role that reads it cannot make functions.
create procedure list_window(view_name text, body text) language plpgsql as $$
declare roles installation;
begin
  select * into strict roles from installation;
  execute format('create or replace view %I as %s', view_name, body);
  execute format('grant select on %I to %I, %I', view_name, roles.app_role, roles.import_role);
end $$;

create table organization_directory (
  organization_id uuid primary key,
  name text not null,
  is_demo boolean not null default false,
  created_at timestamptz not null
);
call control_table('organization_directory', 'select, insert, update');

-- Every record that others hang on: whose it is, what it is called, how it is found.
create table subject (
  organization_id uuid not null,
  id uuid not null,
  kind text not null,
  title text not null,
  subtitle text,
  agency_id uuid not null,
  owner_id uuid,
  created_by uuid,
  search_text text not null default '',
  deleted_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id)
);
alter table subject add constraint subject_kind_check check (kind ~ '^[a-z_]{2,40}$');
create index subject_search on subject using gin (organization_id, search_text gin_trgm_ops) with (fastupdate = on);
create index subject_bin on subject (organization_id, deleted_at) where deleted_at is not null;
call tenant_table('subject');
call list_window('subject_window', 'select * from subject where organization_id = app_org()');

-- Further agencies from which a subject is visible (decisions.md 5).
create table subject_agency (
  organization_id uuid not null,
  subject_id uuid not null,
  agency_id uuid not null,
  because text not null,
  primary key (organization_id, subject_id, agency_id, because)
);
create index subject_agency_by_agency on subject_agency (organization_id, agency_id, subject_id);
call tenant_table('subject_agency');

create table tag (
  organization_id uuid not null,
  id uuid not null,
  name text not null,
  folded text not null,
  created_at timestamptz not null,
  primary key (organization_id, id)
);
create unique index tag_once on tag (organization_id, folded);
call tenant_table('tag');

create table subject_tag (
  organization_id uuid not null,
  subject_id uuid not null,
  tag_id uuid not null,
  primary key (organization_id, subject_id, tag_id)
);
alter table subject_tag add constraint subject_tag_tag foreign key (organization_id, tag_id) references tag (organization_id, id) on delete cascade;
create index subject_tag_by_tag on subject_tag (organization_id, tag_id, subject_id);
call tenant_table('subject_tag');

-- The distinct words of names: a misspelt search is mended against these, not against a million rows.
create table search_word (
  organization_id uuid not null,
  word text not null,
  primary key (organization_id, word)
);
create index search_word_like on search_word using gin (organization_id, word gin_trgm_ops);
call tenant_table('search_word');
call list_window('search_word_window', 'select * from search_word where organization_id = app_org()');

-- The journal (X7). Entries are only added; the sealer alone gives them their place in the chain.
create table audit_entry (
  organization_id uuid not null,
  id uuid not null,
  occurred_at timestamptz not null,
  actor_kind text not null,
  actor_id uuid,
  actor_name text not null,
  ip text,
  operation text not null,
  subject_kind text,
  subject_id uuid,
  subject_title text,
  reason text,
  request_id text not null,
  detail_hash bytea,
  sequence bigint,
  hash bytea,
  primary key (organization_id, id)
);
alter table audit_entry add constraint audit_entry_actor_kind check (actor_kind in ('user', 'api_key', 'job', 'system', 'visitor'));
create unique index audit_entry_sequence on audit_entry (organization_id, sequence) where sequence is not null;
create index audit_entry_unsealed on audit_entry (organization_id, id) where sequence is null;
create index audit_entry_by_time on audit_entry (organization_id, occurred_at desc, id desc);
create index audit_entry_by_subject on audit_entry (organization_id, subject_id, occurred_at desc) where subject_id is not null;
call tenant_table('audit_entry', 'select, insert');

-- Personal before and after values, apart so that erasure by law leaves the chain whole.
create table audit_detail (
  organization_id uuid not null,
  entry_id uuid not null,
  before jsonb,
  after jsonb,
  primary key (organization_id, entry_id)
);
call tenant_table('audit_detail', 'select, insert');

create table audit_chain (
  organization_id uuid not null,
  id boolean not null default true,
  last_sequence bigint not null,
  last_hash bytea not null,
  primary key (organization_id, id)
);
call tenant_table('audit_chain', 'select');

-- What an entry's hash covers, in one text; times in microseconds so that no display setting changes it.
create function audit_text(e audit_entry, previous bytea) returns bytea language sql immutable as $$
  select convert_to(concat_ws('|', e.organization_id, e.id, (extract(epoch from e.occurred_at) * 1000000)::bigint, e.actor_kind, coalesce(e.actor_id::text, ''),
    replace(e.actor_name, '|', '/'), coalesce(e.ip, ''), e.operation, coalesce(e.subject_kind, ''), coalesce(e.subject_id::text, ''), replace(coalesce(e.subject_title, ''), '|', '/'),
    replace(coalesce(e.reason, ''), '|', '/'), e.request_id, coalesce(encode(e.detail_hash, 'hex'), ''), encode(previous, 'hex')), 'UTF8')
$$;

create function audit_detail_hash(before jsonb, after jsonb) returns bytea language sql immutable as $$
  select sha256(convert_to(coalesce(before::text, '') || '|' || coalesce(after::text, ''), 'UTF8'))
$$;

-- Chains up to `most` unsealed entries of the bound organization, in the order of their identifiers; returns how many.
create function audit_seal(org uuid, most integer) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare head audit_chain; entry audit_entry; sealed integer := 0; next_hash bytea;
begin
  if org is distinct from app_org() then raise exception 'not the bound organization' using errcode = '42501'; end if;
  insert into audit_chain (organization_id, last_sequence, last_hash) values (org, 0, ''::bytea) on conflict do nothing;
  select * into strict head from audit_chain where organization_id = org for update;
  for entry in select * from audit_entry where organization_id = org and sequence is null order by id limit most loop
    head.last_sequence := head.last_sequence + 1;
    next_hash := sha256(audit_text(entry, head.last_hash));
    update audit_entry set sequence = head.last_sequence, hash = next_hash where organization_id = org and id = entry.id;
    head.last_hash := next_hash;
    sealed := sealed + 1;
  end loop;
  update audit_chain set last_sequence = head.last_sequence, last_hash = head.last_hash where organization_id = org;
  return sealed;
end $$;

-- Reads a stretch of the chain of the bound organization and names every entry that is altered, missing or out of place.
create function audit_verify(org uuid, after_sequence bigint, previous bytea, most integer)
returns table (sequence bigint, entry_id uuid, finding text, hash bytea) language plpgsql stable security definer set search_path = public, pg_temp as $$
declare entry audit_entry; detail audit_detail; expected bigint := after_sequence; last bytea := previous; verdict text;
begin
  if org is distinct from app_org() then raise exception 'not the bound organization' using errcode = '42501'; end if;
  for entry in select * from audit_entry a where a.organization_id = org and a.sequence > after_sequence order by a.sequence limit most loop
    expected := expected + 1;
    while entry.sequence > expected loop
      sequence := expected; entry_id := null; finding := 'missing'; hash := null; return next;
      expected := expected + 1;
    end loop;
    verdict := 'ok';
    if sha256(audit_text(entry, last)) is distinct from entry.hash then verdict := 'altered'; end if;
    if verdict = 'ok' and entry.detail_hash is not null then
      select * into detail from audit_detail d where d.organization_id = org and d.entry_id = entry.id;
      if found and audit_detail_hash(detail.before, detail.after) is distinct from entry.detail_hash then verdict := 'detail_altered'; end if;
    end if;
    sequence := entry.sequence; entry_id := entry.id; finding := verdict; hash := entry.hash; return next;
    last := entry.hash;
  end loop;
end $$;

-- Events on their way out; deleted once announced.
create table event_outbox (
  id uuid primary key,
  organization_id uuid not null,
  name text not null,
  body jsonb not null,
  created_at timestamptz not null
);
call control_table('event_outbox');

create table idempotency_key (
  scope text not null,
  key text not null,
  operation text not null,
  body_hash text not null,
  status integer,
  answer jsonb,
  created_at timestamptz not null,
  primary key (scope, key)
);
create index idempotency_key_age on idempotency_key (created_at);
call control_table('idempotency_key');

-- Mail that leaves: written in the transaction that decided it, sent by a worker, once.
create table mail_message (
  organization_id uuid not null,
  id uuid not null,
  recipient text not null,
  subject text not null,
  body_text text not null,
  body_html text not null,
  purpose text not null,
  status text not null,
  attempts integer not null default 0,
  last_error text,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (organization_id, id)
);
alter table mail_message add constraint mail_message_status check (status in ('waiting', 'sending', 'sent', 'local', 'failed'));
create index mail_message_by_time on mail_message (organization_id, created_at desc);
call tenant_table('mail_message');

-- A file kept by the application; its bytes lie under the data folder at organization/id.
create table stored_file (
  organization_id uuid not null,
  id uuid not null,
  purpose text not null,
  name text not null,
  media_type text not null,
  bytes bigint not null,
  sha256 text not null,
  created_by uuid,
  created_at timestamptz not null,
  primary key (organization_id, id)
);
call tenant_table('stored_file');

-- Numbers that are never used twice: one row per series, taken under its lock.
create table number_series (
  organization_id uuid not null,
  series text not null,
  last_number bigint not null,
  primary key (organization_id, series)
);
call tenant_table('number_series');

create table saved_view (
  organization_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  list text not null,
  name text not null,
  definition jsonb not null,
  created_at timestamptz not null,
  primary key (organization_id, id)
);
create index saved_view_by_user on saved_view (organization_id, user_id, list);
call tenant_table('saved_view');
