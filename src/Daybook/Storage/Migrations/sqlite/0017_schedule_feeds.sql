-- Private addresses of due reports for calendar programs, one a user; only the hash of the token is kept.
create table schedule_feeds (
    user_id text not null primary key references users (id) on delete cascade,
    token_hash blob not null unique,
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z')
);
