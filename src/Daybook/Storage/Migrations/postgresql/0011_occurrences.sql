alter table cob_report_schedules add column definition json not null default '{}';
alter table cob_report_schedules add column policies json not null default '{}';
alter table cob_report_schedules add column version integer not null default 1;
alter table cob_report_schedules add column owner_id uuid references users (id);
alter table cob_report_schedules add column deleted_at timestamptz;
alter table cob_report_schedules add column paused_at timestamptz;
alter table cob_report_schedules add column paused_by uuid references users (id);
alter table cob_report_schedules add column pause_note text;
alter table cob_report_schedules add column paused_until timestamptz;
alter table cob_report_schedules add column flag varchar(40);
alter table cob_report_schedules add column flagged_at timestamptz;
-- Copies of what the definition says, for statements about many occurrences at once.
alter table cob_report_schedules add column calendar_id varchar(100);
alter table cob_report_schedules add column misfire varchar(20) not null default 'run_latest' check (misfire in ('run_latest', 'run_all', 'skip'));
alter table cob_report_schedules add column catch_up_cap integer not null default 31;
alter table cob_report_schedules add column concurrency varchar(20) not null default 'queue_one' check (concurrency in ('queue_one', 'skip', 'allow', 'cancel_previous'));
alter table cob_report_schedules add column priority integer not null default 0;
-- Where planning stands: rows exist up to planned_through; at plan_at it is looked at again, for plan_reason.
alter table cob_report_schedules add column planned_through timestamptz;
alter table cob_report_schedules add column plan_at timestamptz not null default '1970-01-01 00:00:00+00';
alter table cob_report_schedules add column plan_reason varchar(20);
alter table cob_report_schedules add column plan_tzdb varchar(20);
create index cob_report_schedules_plan on cob_report_schedules (plan_at) where deleted_at is null;
create index cob_report_schedules_paused_until on cob_report_schedules (paused_until) where paused_until is not null;
create index cob_report_schedules_calendar on cob_report_schedules (calendar_id) where calendar_id is not null;
create index cob_report_schedules_template on cob_report_schedules (template_id);
create index cob_report_schedules_owner on cob_report_schedules (owner_id);

-- Each claim of an occurrence takes the next number; who holds an older one may write no more.
create sequence occurrence_fences;

create table occurrences (
    id uuid primary key default gen_random_uuid(),
    schedule_id uuid not null references cob_report_schedules (id) on delete cascade,
    schedule_version integer not null,
    origin varchar(20) not null check (origin in ('scheduled', 'manual', 'backfill', 'test')),
    nominal_date date not null,
    business_date date not null,
    slot varchar(64) not null,
    local_time varchar(8) not null,
    zone varchar(64) not null,
    utc_offset_seconds integer not null,
    due_at timestamptz not null,
    adjustments json not null default '[]',
    calendar_version varchar(100),
    tzdb_version varchar(20) not null,
    period_start timestamptz,
    period_end timestamptz,
    report_date date not null,
    run_at timestamptz,
    start_deadline timestamptz,
    state varchar(30) not null
        check (state in ('planned', 'due', 'running', 'held', 'succeeded', 'completed_with_errors', 'failed', 'missed', 'skipped', 'cancelled')),
    reason varchar(60),
    note text,
    state_changed_at timestamptz not null,
    changed_by varchar(255) not null,
    attempt integer not null default 0,
    max_attempts integer not null default 3,
    next_attempt_at timestamptz,
    lease_owner varchar(255),
    lease_until timestamptz,
    fence bigint not null default 0,
    misfire varchar(10) check (misfire in ('pending', 'catch_up')),
    step varchar(20) not null default 'none' check (step in ('none', 'ordered', 'made', 'gated', 'delivering')),
    step_at timestamptz,
    cancel_requested varchar(20),
    hold_until timestamptz,
    delivers boolean not null default true,
    requested_by uuid references users (id),
    revision integer not null default 1,
    report_id uuid references cob_generated_reports (id) on delete set null,
    block_errors integer,
    export_errors integer,
    delivery_summary json,
    started_at timestamptz,
    finished_at timestamptz,
    error_code varchar(100),
    error_text text,
    created_at timestamptz not null default now(),
    unique (schedule_id, nominal_date, slot)
);
create unique index occurrences_business_date on occurrences (schedule_id, business_date, slot) where state <> 'skipped';
create index occurrences_schedule_due on occurrences (schedule_id, due_at);
create index occurrences_due_at on occurrences (due_at);
create index occurrences_report on occurrences (report_id) where report_id is not null;
-- Only what waits for something is looked at.
create index occurrences_planned on occurrences (run_at) where state = 'planned';
create index occurrences_due on occurrences (due_at, id) where state = 'due';
create index occurrences_running on occurrences (lease_owner, lease_until) where state = 'running';
create index occurrences_active on occurrences (schedule_id) where state = 'running';
create index occurrences_held on occurrences (hold_until) where state = 'held';

create table occurrence_events (
    id bigint generated always as identity primary key,
    occurrence_id uuid not null references occurrences (id) on delete cascade,
    at timestamptz not null,
    actor varchar(255) not null,
    from_state varchar(30) not null,
    to_state varchar(30) not null,
    reason varchar(60),
    note text,
    due_from timestamptz,
    due_to timestamptz,
    attempt integer not null,
    fence bigint not null,
    node varchar(255)
);
create index occurrence_events_occurrence on occurrence_events (occurrence_id, id);

-- Written by the database, so that no statement can change a state without it.
create function note_occurrence_event() returns trigger language plpgsql as $$
begin
    insert into occurrence_events (occurrence_id, at, actor, from_state, to_state, reason, note, due_from, due_to, attempt, fence, node)
    values (new.id, new.state_changed_at, new.changed_by, old.state, new.state, new.reason, new.note,
        case when old.due_at <> new.due_at then old.due_at end, case when old.due_at <> new.due_at then new.due_at end, new.attempt, new.fence, coalesce(new.lease_owner, old.lease_owner));
    return null;
end $$;
create trigger occurrences_changed after update on occurrences for each row
    when (old.state <> new.state or old.due_at <> new.due_at) execute function note_occurrence_event();

-- What owners are to be told; whoever tells them takes the row.
create table notices (
    id uuid primary key default gen_random_uuid(),
    kind varchar(40) not null,
    schedule_id uuid references cob_report_schedules (id) on delete cascade,
    occurrence_id uuid references occurrences (id) on delete cascade,
    text text not null,
    created_at timestamptz not null,
    taken_at timestamptz
);
create index notices_waiting on notices (created_at) where taken_at is null;
create index notices_schedule on notices (schedule_id, created_at desc);

-- When any node last looked what is due; a gap in it is an outage.
create table schedule_pulse (
    id integer primary key check (id = 1),
    ticked_at timestamptz not null
);

alter table cob_generated_reports add column occurrence_id uuid references occurrences (id) on delete set null;
alter table cob_generated_reports add column priority integer not null default 0;
alter table cob_generated_reports add column wanted_at timestamptz;
create index cob_generated_reports_occurrence on cob_generated_reports (occurrence_id) where occurrence_id is not null;
alter table cob_schedule_executions add column occurrence_id uuid references occurrences (id) on delete set null;
