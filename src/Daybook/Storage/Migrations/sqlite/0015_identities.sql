-- Who somebody is elsewhere: an OpenID provider's name for itself and for the person.
create table user_identities (
    id text not null primary key default (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
    user_id text not null references users (id) on delete cascade,
    issuer varchar(1000) not null,
    subject varchar(255) not null,
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z'),
    last_used_at text,
    unique (issuer, subject)
);
create index user_identities_user on user_identities (user_id);

-- A session that began there ends when the person is no longer known there.
alter table sessions add column identity_id text references user_identities (id) on delete cascade;

-- Who looks after a report since its maker left; null while that is its maker.
alter table cob_generated_reports add column owner_id text references users (id);
create index cob_generated_reports_owner on cob_generated_reports (owner_id);
