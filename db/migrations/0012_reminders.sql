-- Reminders and notifications (U9), and what an activity is about.

alter table activity add column about_id uuid;
create unique index activity_external on activity (organization_id, source, external_id) where external_id is not null;

create table reminder (
  organization_id uuid not null,
  id uuid not null,
  -- whose profile shows it: the customer
  subject_id uuid not null,
  -- the policy, bill or claim whose day it follows, for relative ones
  about_id uuid,
  title text not null,
  note text,
  -- relative: which day of `about_id` (`policy.expiry`, `receivable.due`, `claim.declared`) and how many days from it (negative: before)
  anchor text,
  anchor_day date,
  offset_days integer,
  -- the hour of the day at which relative ones fire, in the organization's time zone
  at_time time not null default '08:00',
  due_at timestamptz not null,
  assignee_id uuid not null,
  state text not null default 'waiting',
  fired_at timestamptz,
  done_at timestamptz,
  done_by uuid,
  done_by_name text,
  created_by uuid,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  primary key (organization_id, id)
);
alter table reminder add constraint reminder_state check (state in ('waiting', 'fired', 'done', 'cancelled'));
alter table reminder add constraint reminder_anchor check ((anchor is null) = (offset_days is null) and (anchor is null) = (anchor_day is null) and (anchor is null or about_id is not null));
alter table reminder add constraint reminder_subject foreign key (organization_id, subject_id) references subject (organization_id, id) on delete cascade;
create index reminder_due on reminder (organization_id, due_at, id) where state = 'waiting' and deleted_at is null;
create index reminder_by_subject on reminder (organization_id, subject_id, due_at) where deleted_at is null;
create index reminder_by_about on reminder (organization_id, about_id) where about_id is not null and deleted_at is null;
create index reminder_by_assignee on reminder (organization_id, assignee_id, due_at) where deleted_at is null;
call tenant_table('reminder');

-- Something that staff should know. With a recipient it is that person's; without, it is for whoever looks after the subject, and
-- one of them handles it for all (docs/decisions.md 8).
create table notification (
  organization_id uuid not null,
  id uuid not null,
  recipient_id uuid,
  subject_id uuid,
  about_id uuid,
  -- what happened, in words of the capability that says it: reminder.fired, policy.expiring, receivable.overdue, claim.status …
  kind text not null,
  -- what the sentence of this kind names; said in the reader's language
  values jsonb not null default '{}',
  path text,
  -- one per happening: the same key twice is one notification
  once text,
  level text not null default 'info',
  agency_id uuid,
  owner_id uuid,
  read_at timestamptz,
  handled_at timestamptz,
  handled_by uuid,
  handled_by_name text,
  created_at timestamptz not null,
  primary key (organization_id, id)
);
alter table notification add constraint notification_level check (level in ('info', 'warning', 'urgent'));
alter table notification add constraint notification_subject foreign key (organization_id, subject_id) references subject (organization_id, id) on delete cascade;
create unique index notification_once on notification (organization_id, once) where once is not null;
create index notification_by_recipient on notification (organization_id, recipient_id, created_at desc, id desc) where recipient_id is not null;
create index notification_unread on notification (organization_id, recipient_id) where recipient_id is not null and read_at is null;
create index notification_by_subject on notification (organization_id, subject_id, created_at desc, id desc) where subject_id is not null;
create index notification_by_owner on notification (organization_id, owner_id, created_at desc, id desc) where recipient_id is null and owner_id is not null;
create index notification_unread_owned on notification (organization_id, owner_id) where recipient_id is null and owner_id is not null and read_at is null;
call tenant_table('notification');
