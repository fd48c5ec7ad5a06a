-- One report whose data is collected once and divided among recipients. The data as a whole is never kept.
create table bursts (
    id uuid primary key default gen_random_uuid(),
    template_id uuid not null references cob_report_templates (id),
    template_version integer not null,
    template_snapshot json not null,
    report_date date not null,
    close_time varchar(5),
    inputs json not null,
    supplied_parameters json not null,
    definition json not null,
    occurrence_id uuid,
    schedule_id uuid,
    not_before timestamptz,
    is_test boolean not null,
    state varchar(30) not null check (state in ('waiting', 'running', 'completed', 'completed_with_errors', 'failed')),
    error_code varchar(100),
    error_message text,
    unassigned json,
    ordered_by uuid not null references users (id),
    ordered_at timestamptz not null,
    finished_at timestamptz,
    lease_owner varchar(255),
    lease_until timestamptz,
    fence bigint not null default 0,
    attempt integer not null default 0
);
create index bursts_open on bursts (ordered_at, id) where state in ('waiting', 'running');
create index bursts_occurrence on bursts (occurrence_id);

create table burst_parts (
    burst_id uuid not null references bursts (id) on delete cascade,
    number integer not null,
    split_value varchar(500) not null,
    name varchar(500) not null,
    settings json not null,
    report_id uuid references cob_generated_reports (id) on delete set null,
    state varchar(20) not null check (state in ('making', 'distributed', 'skipped', 'failed')),
    reason_code varchar(100),
    reason text,
    primary key (burst_id, number)
);
create index burst_parts_report on burst_parts (report_id);
