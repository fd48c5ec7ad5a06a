-- Private addresses of due reports for calendar programs, one a user; only the hash of the token is kept.
create table schedule_feeds (
    user_id uuid primary key references users (id) on delete cascade,
    token_hash bytea not null unique,
    created_at timestamptz not null default now()
);
