-- What was ordered to go out over one channel: the same report, artifacts and settings are ordered once. It outlives the report and the schedule.
create table distributions (
    id text not null primary key default (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
    distribution_key char(64) not null unique,
    report_id text,
    occurrence_id text,
    schedule_id text,
    revision integer not null,
    channel varchar(100) not null,
    event varchar(50) not null,
    title text not null,
    business_date date not null,
    is_test boolean not null,
    settings text not null,
    artifacts text not null,
    notice text,
    ordered_by text,
    ordered_by_name varchar(255) not null,
    ordered_at text not null
);
create index distributions_report on distributions (report_id);
create index distributions_occurrence on distributions (occurrence_id);

-- One row for each recipient, written before anything is sent. committed_at is the point after which the recipient may have the message.
create table deliveries (
    id text not null primary key default (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
    distribution_id text not null references distributions (id),
    delivery_key char(64) not null unique,
    channel varchar(100) not null,
    recipient varchar(1000) not null,
    guarantee varchar(20) not null check (guarantee in ('at_most_once', 'at_least_once')),
    state varchar(20) not null check (state in ('planned', 'sending', 'accepted', 'failed', 'unknown', 'suppressed')),
    reason_code varchar(100),
    reason text,
    receipt text,
    planned_at text not null,
    due_at text not null,
    next_attempt_at text not null,
    state_changed_at text not null,
    accepted_at text,
    bounced_at text,
    attempt integer not null default 0,
    interruptions integer not null default 0,
    lease_owner varchar(255),
    lease_until text,
    fence bigint not null default 0,
    committed_at text
);
create index deliveries_distribution on deliveries (distribution_id);
create index deliveries_waiting on deliveries (channel, next_attempt_at, id) where state = 'planned';
create index deliveries_sending on deliveries (lease_until) where state = 'sending';
create index deliveries_due on deliveries (due_at desc, id desc);
create index deliveries_open on deliveries (due_at desc, id desc) where state in ('planned', 'sending', 'failed', 'unknown');

create table delivery_events (
    id integer primary key,
    delivery_id text not null references deliveries (id) on delete cascade,
    at text not null,
    from_state varchar(20),
    to_state varchar(20) not null,
    actor varchar(255) not null,
    code varchar(100),
    sentence text
);
create index delivery_events_delivery on delivery_events (delivery_id, id);

-- Who gets nothing any more: on one channel, or on all.
create table delivery_suppressions (
    id text not null primary key default (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
    channel varchar(100) not null,
    recipient varchar(1000) not null,
    reason varchar(500) not null,
    created_by varchar(255) not null,
    created_at text not null,
    unique (channel, recipient)
);
