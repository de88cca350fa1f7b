-- A caller whom a process already knows is checked again in the very transaction of the call, without a question of its own: the
-- program says what it knew (`stamp`), and the transaction does not open for somebody who has changed or left since.

drop function session_actor(bytea, timestamptz);
create function session_actor(hash bytea, at timestamptz)
returns table (kind text, session_id uuid, user_id uuid, organization_id uuid, name text, role text, scope text, agency_id uuid, region_agencies uuid[], language text, time_zone text, read_only boolean, last_seen_at timestamptz, stamp text)
language sql stable security definer set search_path = public, pg_temp as $$
  select f.*, hash_record_extended(row(f.session_id, f.user_id, f.organization_id, f.name, f.role, f.scope, f.agency_id, f.region_agencies, f.language, f.time_zone), 0)::text from (
    select 'user', s.id as session_id, u.id as user_id, u.organization_id, u.name, u.role, u.scope, u.agency_id,
      case when u.scope = 'region' then array(select b.id from agency a join agency b on b.organization_id = a.organization_id and b.region_id = a.region_id
        where a.organization_id = u.organization_id and a.id = u.agency_id order by b.id) end as region_agencies,
      u.language, o.time_zone, false, s.last_seen_at
    from session s
    join sign_in i on i.user_id = s.user_id and i.suspended_at is null
    join app_user u on u.organization_id = s.organization_id and u.id = s.user_id and u.status = 'active'
    join organization o on o.organization_id = u.organization_id
    where s.token_hash = hash and s.expires_at > at) as f
$$;

drop function api_key_actor(bytea, timestamptz);
create function api_key_actor(hash bytea, at timestamptz)
returns table (kind text, session_id uuid, user_id uuid, organization_id uuid, name text, role text, scope text, agency_id uuid, region_agencies uuid[], language text, time_zone text, read_only boolean, last_seen_at timestamptz, stamp text)
language sql stable security definer set search_path = public, pg_temp as $$
  select f.*, hash_record_extended(row(f.session_id, f.user_id, f.organization_id, f.name, f.role, f.scope, f.agency_id, f.region_agencies, f.language, f.time_zone, f.read_only), 0)::text from (
    select 'api_key', k.id as session_id, u.id as user_id, u.organization_id, k.name || ' (' || u.name || ')' as name, u.role, u.scope, u.agency_id,
      case when u.scope = 'region' then array(select b.id from agency a join agency b on b.organization_id = a.organization_id and b.region_id = a.region_id
        where a.organization_id = u.organization_id and a.id = u.agency_id order by b.id) end as region_agencies,
      u.language, o.time_zone, k.read_only, k.last_used_at
    from api_key k
    join sign_in i on i.user_id = k.user_id and i.suspended_at is null
    join app_user u on u.organization_id = k.organization_id and u.id = k.user_id and u.status = 'active'
    join organization o on o.organization_id = u.organization_id
    where k.token_hash = hash and k.revoked_at is null and (k.expires_at is null or k.expires_at > at)) as f
$$;

-- Opens the transaction for the organization if whoever comes is still exactly who they were; AS001 otherwise.
create function session_enter(hash bytea, at timestamptz, known text, org uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from session_actor(hash, at) a where a.stamp = known and a.organization_id = org) then
    raise exception 'this caller has changed' using errcode = 'AS001';
  end if;
  perform app_set_org(org);
end $$;

create function api_key_enter(hash bytea, at timestamptz, known text, org uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from api_key_actor(hash, at) a where a.stamp = known and a.organization_id = org) then
    raise exception 'this caller has changed' using errcode = 'AS001';
  end if;
  perform app_set_org(org);
end $$;
