create table cob_report_schedules (
    id text not null primary key default (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
    template_id text not null references cob_report_templates (id),
    name varchar(255),
    frequency varchar(20) not null check (frequency in ('daily', 'weekly', 'monthly')),
    schedule_time time not null,
    timezone varchar(64) not null default 'UTC',
    parameters text not null default '{}',
    export_formats text not null default '["markdown"]',
    distribution_config text not null default '{}',
    is_active boolean not null default true,
    created_by text references users (id),
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z'),
    updated_at text not null default (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z'),
    last_run_at text,
    next_run_at text
);
create index cob_report_schedules_active on cob_report_schedules (is_active);
create index cob_report_schedules_next on cob_report_schedules (next_run_at);

create table cob_schedule_executions (
    id text not null primary key default (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
    schedule_id text not null references cob_report_schedules (id) on delete cascade,
    report_id text references cob_generated_reports (id),
    executed_at text not null default (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z'),
    success boolean not null,
    error_message text,
    execution_time_ms integer
);
create index cob_schedule_executions_schedule on cob_schedule_executions (schedule_id, executed_at desc);

create trigger cob_report_schedules_touched after update on cob_report_schedules when new.updated_at = old.updated_at
begin
    update cob_report_schedules set updated_at = strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z' where id = new.id;
end;
