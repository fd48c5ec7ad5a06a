-- Business calendars of this server; those of the program are not rows.
create table calendars (
    id varchar(64) primary key,
    name varchar(255) not null,
    definition json not null,
    revision integer not null default 1,
    feed_address text,
    feed_closes_early boolean not null default false,
    feed_hours integer,
    feed_due_at timestamptz,
    feed_read_at timestamptz,
    feed_error text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);
create index calendars_feed_due on calendars (feed_due_at) where feed_due_at is not null;

create table calendar_versions (
    calendar_id varchar(64) not null references calendars (id) on delete cascade,
    revision integer not null,
    definition json not null,
    change_description text not null,
    created_by varchar(255) not null,
    created_at timestamptz not null default now(),
    primary key (calendar_id, revision)
);
