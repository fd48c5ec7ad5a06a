-- Business calendars of this server; those of the program are not rows.
create table calendars (
    id varchar(64) not null primary key,
    name varchar(255) not null,
    definition text not null,
    revision integer not null default 1,
    feed_address text,
    feed_closes_early boolean not null default false,
    feed_hours integer,
    feed_due_at text,
    feed_read_at text,
    feed_error text,
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z'),
    updated_at text not null default (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z')
);
create index calendars_feed_due on calendars (feed_due_at) where feed_due_at is not null;

create table calendar_versions (
    calendar_id varchar(64) not null references calendars (id) on delete cascade,
    revision integer not null,
    definition text not null,
    change_description text not null,
    created_by varchar(255) not null,
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z'),
    primary key (calendar_id, revision)
);
