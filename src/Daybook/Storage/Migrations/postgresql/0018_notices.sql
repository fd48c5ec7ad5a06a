-- Whom a notice went to, why not to the owner, and which deliveries carry it.
alter table notices add column told varchar(20) check (told in ('owner', 'administrators', 'nobody'));
alter table notices add column reason varchar(40);
alter table notices add column distribution_key char(64);
-- Notices from before anybody sent them are news to nobody.
update notices set taken_at = created_at, told = 'nobody', reason = 'written_before' where taken_at is null;

-- A person wants it to run: no policy takes it back.
alter table occurrences add column wanted boolean not null default false;
