-- Who may sign in, and with what.

create table users (
    id text not null primary key default (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
    username varchar(255) not null unique check (username = lower(username)),
    display_name varchar(255) not null,
    email varchar(255),
    password_hash text,
    role varchar(20) not null check (role in ('viewer', 'author', 'operator', 'admin')),
    groups text not null default '[]',
    is_active boolean not null default true,
    failed_sign_ins integer not null default 0,
    locked_until text,
    totp_secret blob,
    totp_last_step bigint not null default 0,
    security_version integer not null default 1,
    revision integer not null default 1,
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z'),
    last_sign_in_at text
);

create table setup_links (
    token_hash blob not null primary key,
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z'),
    expires_at text not null
);

create table sessions (
    token_hash blob not null primary key,
    user_id text not null references users (id) on delete cascade,
    address varchar(100),
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z'),
    expires_at text not null
);
create index sessions_user on sessions (user_id);
create index sessions_expires on sessions (expires_at);

create table access_tokens (
    id text not null primary key default (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
    user_id text not null references users (id) on delete cascade,
    name varchar(255) not null,
    token_hash blob not null unique,
    hint varchar(20) not null,
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z'),
    expires_at text not null,
    last_used_at text,
    revoked_at text
);
create index access_tokens_user on access_tokens (user_id);

-- Keys that every node shares: who can read this table can sign access tokens and download links.
create table server_keys (
    name varchar(50) primary key,
    key blob not null,
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z')
);
