-- Programs elsewhere that are told of events. Addresses and secrets are sealed with the server's key.
create table webhook_subscriptions (
    id uuid primary key default gen_random_uuid(),
    name varchar(255) not null unique,
    host varchar(255) not null,
    address bytea not null,
    secret bytea not null,
    previous_secret bytea,
    previous_until timestamptz,
    is_active boolean not null default true,
    revision integer not null default 1,
    created_by varchar(255) not null,
    created_at timestamptz not null
);

create table webhook_subscription_events (
    subscription_id uuid not null references webhook_subscriptions (id) on delete cascade,
    event varchar(50) not null,
    primary key (subscription_id, event)
);

-- The outbox: written in the transaction of what happened, one row for each subscriber.
create table webhook_messages (
    id uuid primary key default gen_random_uuid(),
    subscription_id uuid not null references webhook_subscriptions (id) on delete cascade,
    event varchar(50) not null,
    payload text not null,
    occurred_at timestamptz not null,
    state varchar(20) not null check (state in ('planned', 'sending', 'accepted', 'failed')),
    attempt integer not null default 0,
    next_attempt_at timestamptz not null,
    lease_owner varchar(255),
    lease_until timestamptz,
    fence bigint not null default 0
);
create index webhook_messages_of on webhook_messages (subscription_id, occurred_at desc, id desc);
create index webhook_messages_due on webhook_messages (next_attempt_at, id) where state in ('planned', 'sending');

create table webhook_tries (
    message_id uuid not null references webhook_messages (id) on delete cascade,
    number integer not null,
    at timestamptz not null,
    code varchar(100),
    sentence text not null,
    primary key (message_id, number)
);
