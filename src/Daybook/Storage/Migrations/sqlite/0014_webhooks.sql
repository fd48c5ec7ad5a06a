-- Programs elsewhere that are told of events. Addresses and secrets are sealed with the server's key.
create table webhook_subscriptions (
    id text not null primary key default (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
    name varchar(255) not null unique,
    host varchar(255) not null,
    address blob not null,
    secret blob not null,
    previous_secret blob,
    previous_until text,
    is_active boolean not null default true,
    revision integer not null default 1,
    created_by varchar(255) not null,
    created_at text not null
);

create table webhook_subscription_events (
    subscription_id text not null references webhook_subscriptions (id) on delete cascade,
    event varchar(50) not null,
    primary key (subscription_id, event)
);

-- The outbox: written in the transaction of what happened, one row for each subscriber.
create table webhook_messages (
    id text not null primary key default (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
    subscription_id text not null references webhook_subscriptions (id) on delete cascade,
    event varchar(50) not null,
    payload text not null,
    occurred_at text not null,
    state varchar(20) not null check (state in ('planned', 'sending', 'accepted', 'failed')),
    attempt integer not null default 0,
    next_attempt_at text not null,
    lease_owner varchar(255),
    lease_until text,
    fence bigint not null default 0
);
create index webhook_messages_of on webhook_messages (subscription_id, occurred_at desc, id desc);
create index webhook_messages_due on webhook_messages (next_attempt_at, id) where state in ('planned', 'sending');

create table webhook_tries (
    message_id text not null references webhook_messages (id) on delete cascade,
    number integer not null,
    at text not null,
    code varchar(100),
    sentence text not null,
    primary key (message_id, number)
);
