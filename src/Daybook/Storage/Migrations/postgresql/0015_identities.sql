-- Who somebody is elsewhere: an OpenID provider's name for itself and for the person.
create table user_identities (
    id uuid primary key default gen_random_uuid(),
    user_id uuid not null references users (id) on delete cascade,
    issuer varchar(1000) not null,
    subject varchar(255) not null,
    created_at timestamptz not null default now(),
    last_used_at timestamptz,
    unique (issuer, subject)
);
create index user_identities_user on user_identities (user_id);

-- A session that began there ends when the person is no longer known there.
alter table sessions add column identity_id uuid references user_identities (id) on delete cascade;

-- Who looks after a report since its maker left; null while that is its maker.
alter table cob_generated_reports add column owner_id uuid references users (id);
create index cob_generated_reports_owner on cob_generated_reports (owner_id);
