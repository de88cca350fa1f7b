-- Who may enter. E-mails and user names are unique over all organizations, hence control tables; people themselves are tenant rows.

create table sign_in (
  user_id uuid primary key,
  organization_id uuid not null,
  email text not null,
  user_name text,
  password_hash text,
  verified_at timestamptz,
  suspended_at timestamptz,
  password_changed_at timestamptz,
  created_at timestamptz not null
);
create unique index sign_in_email on sign_in (email);
create unique index sign_in_user_name on sign_in (user_name) where user_name is not null;
call control_table('sign_in');

create table session (
  token_hash bytea primary key,
  id uuid not null,
  user_id uuid not null,
  organization_id uuid not null,
  device text not null,
  ip text,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_by_user on session (user_id, created_at desc);
call control_table('session');

-- Guesses against a login, known or not, from anywhere and from one address.
create table sign_in_attempt (
  key text primary key,
  failures integer not null,
  last_failure_at timestamptz not null,
  wait_until timestamptz not null
);
call control_table('sign_in_attempt');

create table one_time_token (
  token_hash bytea primary key,
  purpose text not null,
  organization_id uuid not null,
  target_id uuid not null,
  email text not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null
);
alter table one_time_token add constraint one_time_token_purpose check (purpose in ('verify_email', 'reset_password', 'invitation'));
create index one_time_token_by_target on one_time_token (target_id, purpose);
call control_table('one_time_token');

create table api_key (
  token_hash bytea primary key,
  id uuid not null,
  organization_id uuid not null,
  user_id uuid not null,
  name text not null,
  prefix text not null,
  read_only boolean not null default false,
  created_at timestamptz not null,
  last_used_at timestamptz,
  expires_at timestamptz,
  revoked_at timestamptz
);
create unique index api_key_id on api_key (id);
create index api_key_by_organization on api_key (organization_id, created_at desc);
call control_table('api_key');

create table app_user (
  organization_id uuid not null,
  id uuid not null,
  name text not null,
  name_folded text not null,
  email text not null,
  user_name text,
  address text,
  phone text,
  function text,
  role text not null,
  scope text not null,
  status text not null,
  agency_id uuid not null,
  language text not null,
  theme text not null default 'system',
  density text not null default 'standard',
  terms_version text,
  terms_accepted_at timestamptz,
  confirmed_at timestamptz,
  last_seen_at timestamptz,
  external_id text,
  source text,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id)
);
alter table app_user add constraint app_user_role check (role in ('administrator', 'supervisor', 'editor', 'user'));
alter table app_user add constraint app_user_scope check (scope in ('own', 'agency', 'region', 'organization'));
alter table app_user add constraint app_user_status check (status in ('invited', 'active', 'suspended'));
alter table app_user add constraint app_user_agency foreign key (organization_id, agency_id) references agency (organization_id, id);
create index app_user_by_agency on app_user (organization_id, agency_id);
create index app_user_by_name on app_user (organization_id, name_folded, id);
create unique index app_user_external on app_user (organization_id, source, external_id) where external_id is not null;
call tenant_table('app_user');

create table invitation (
  organization_id uuid not null,
  id uuid not null,
  email text not null,
  name text,
  role text not null,
  scope text not null,
  agency_id uuid not null,
  invited_by uuid not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  cancelled_at timestamptz,
  user_id uuid,
  primary key (organization_id, id)
);
alter table invitation add constraint invitation_agency foreign key (organization_id, agency_id) references agency (organization_id, id);
create index invitation_by_time on invitation (organization_id, created_at desc, id desc);
create unique index invitation_pending on invitation (organization_id, email) where accepted_at is null and cancelled_at is null;
call tenant_table('invitation');

-- Who a session or key belongs to and how far they see, in one question. Definer: the answer is needed before the tenant is known.
create function session_actor(hash bytea, at timestamptz)
returns table (kind text, session_id uuid, user_id uuid, organization_id uuid, name text, role text, scope text, agency_id uuid, region_agencies uuid[], language text, time_zone text, read_only boolean, last_seen_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select 'user', s.id, u.id, u.organization_id, u.name, u.role, u.scope, u.agency_id,
    case when u.scope = 'region' then array(select b.id from agency a join agency b on b.organization_id = a.organization_id and b.region_id = a.region_id
      where a.organization_id = u.organization_id and a.id = u.agency_id) end,
    u.language, o.time_zone, false, s.last_seen_at
  from session s
  join sign_in i on i.user_id = s.user_id and i.suspended_at is null
  join app_user u on u.organization_id = s.organization_id and u.id = s.user_id and u.status = 'active'
  join organization o on o.organization_id = u.organization_id
  where s.token_hash = hash and s.expires_at > at
$$;

create function api_key_actor(hash bytea, at timestamptz)
returns table (kind text, session_id uuid, user_id uuid, organization_id uuid, name text, role text, scope text, agency_id uuid, region_agencies uuid[], language text, time_zone text, read_only boolean, last_seen_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select 'api_key', k.id, u.id, u.organization_id, k.name || ' (' || u.name || ')', u.role, u.scope, u.agency_id,
    case when u.scope = 'region' then array(select b.id from agency a join agency b on b.organization_id = a.organization_id and b.region_id = a.region_id
      where a.organization_id = u.organization_id and a.id = u.agency_id) end,
    u.language, o.time_zone, k.read_only, k.last_used_at
  from api_key k
  join sign_in i on i.user_id = k.user_id and i.suspended_at is null
  join app_user u on u.organization_id = k.organization_id and u.id = k.user_id and u.status = 'active'
  join organization o on o.organization_id = u.organization_id
  where k.token_hash = hash and k.revoked_at is null and (k.expires_at is null or k.expires_at > at)
$$;
