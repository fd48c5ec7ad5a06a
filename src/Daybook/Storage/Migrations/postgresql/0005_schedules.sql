create table cob_report_schedules (
    id uuid primary key default gen_random_uuid(),
    template_id uuid not null references cob_report_templates (id),
    name varchar(255),
    frequency varchar(20) not null check (frequency in ('daily', 'weekly', 'monthly')),
    schedule_time time not null,
    timezone varchar(64) not null default 'UTC',
    parameters json not null default '{}',
    export_formats json not null default '["markdown"]',
    distribution_config json not null default '{}',
    is_active boolean not null default true,
    created_by uuid references users (id),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    last_run_at timestamptz,
    next_run_at timestamptz
);
create index cob_report_schedules_active on cob_report_schedules (is_active);
create index cob_report_schedules_next on cob_report_schedules (next_run_at);

create table cob_schedule_executions (
    id uuid primary key default gen_random_uuid(),
    schedule_id uuid not null references cob_report_schedules (id) on delete cascade,
    report_id uuid references cob_generated_reports (id),
    executed_at timestamptz not null default now(),
    success boolean not null,
    error_message text,
    execution_time_ms integer
);
create index cob_schedule_executions_schedule on cob_schedule_executions (schedule_id, executed_at desc);

create trigger cob_report_schedules_touched before update on cob_report_schedules for each row execute function touch_updated_at();
