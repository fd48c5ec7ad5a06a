-- Who may sign in, and with what.

create table users (
    id uuid primary key default gen_random_uuid(),
    username varchar(255) not null unique check (username = lower(username)),
    display_name varchar(255) not null,
    email varchar(255),
    password_hash text,
    role varchar(20) not null check (role in ('viewer', 'author', 'operator', 'admin')),
    groups json not null default '[]',
    is_active boolean not null default true,
    failed_sign_ins integer not null default 0,
    locked_until timestamptz,
    totp_secret bytea,
    totp_last_step bigint not null default 0,
    security_version integer not null default 1,
    revision integer not null default 1,
    created_at timestamptz not null default now(),
    last_sign_in_at timestamptz
);

create table setup_links (
    token_hash bytea primary key,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null
);

create table sessions (
    token_hash bytea primary key,
    user_id uuid not null references users (id) on delete cascade,
    address varchar(100),
    created_at timestamptz not null default now(),
    expires_at timestamptz not null
);
create index sessions_user on sessions (user_id);
create index sessions_expires on sessions (expires_at);

create table access_tokens (
    id uuid primary key default gen_random_uuid(),
    user_id uuid not null references users (id) on delete cascade,
    name varchar(255) not null,
    token_hash bytea not null unique,
    hint varchar(20) not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    last_used_at timestamptz,
    revoked_at timestamptz
);
create index access_tokens_user on access_tokens (user_id);

-- Keys that every node shares: who can read this table can sign access tokens and download links.
create table server_keys (
    name varchar(50) primary key,
    key bytea not null,
    created_at timestamptz not null default now()
);
