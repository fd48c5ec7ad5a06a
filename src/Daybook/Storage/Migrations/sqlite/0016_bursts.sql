-- One report whose data is collected once and divided among recipients. The data as a whole is never kept.
create table bursts (
    id text not null primary key default (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
    template_id text not null references cob_report_templates (id),
    template_version integer not null,
    template_snapshot text not null,
    report_date date not null,
    close_time varchar(5),
    inputs text not null,
    supplied_parameters text not null,
    definition text not null,
    occurrence_id text,
    schedule_id text,
    not_before text,
    is_test boolean not null,
    state varchar(30) not null check (state in ('waiting', 'running', 'completed', 'completed_with_errors', 'failed')),
    error_code varchar(100),
    error_message text,
    unassigned text,
    ordered_by text not null references users (id),
    ordered_at text not null,
    finished_at text,
    lease_owner varchar(255),
    lease_until text,
    fence bigint not null default 0,
    attempt integer not null default 0
);
create index bursts_open on bursts (ordered_at, id) where state in ('waiting', 'running');
create index bursts_occurrence on bursts (occurrence_id);

create table burst_parts (
    burst_id text not null references bursts (id) on delete cascade,
    number integer not null,
    split_value varchar(500) not null,
    name varchar(500) not null,
    settings text not null,
    report_id text references cob_generated_reports (id) on delete set null,
    state varchar(20) not null check (state in ('making', 'distributed', 'skipped', 'failed')),
    reason_code varchar(100),
    reason text,
    primary key (burst_id, number)
);
create index burst_parts_report on burst_parts (report_id);
