-- A schedule may divide its report among recipients, and say in which locale numbers and dates are written. A burst knows for which run of an occurrence it is made, and who gets it in place of its recipients.
alter table cob_report_schedules add column burst json;
alter table cob_report_schedules add column locale varchar(20);

alter table bursts add column revision integer not null default 1;
alter table bursts add column priority integer not null default 0;
alter table bursts add column only_to json;
alter table bursts add column suppress_because text;

alter table burst_parts add column row_count bigint not null default 0;

-- Passwords that files are protected with on their way to recipients, encrypted; settings name them.
create table delivery_passwords (
    name varchar(100) not null primary key,
    sealed bytea not null,
    owner_id uuid not null references users (id),
    changed_at timestamptz not null
);
