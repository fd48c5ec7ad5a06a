-- Who did what to what, from where. Each entry holds the hash of the one before.

create table audit_entries (
    sequence bigint primary key,
    at text not null,
    actor_id text,
    actor_name varchar(255) not null,
    address varchar(100),
    action varchar(100) not null,
    subject_type varchar(50) not null,
    subject_id varchar(255),
    before_state text,
    after_state text,
    previous_hash blob not null,
    hash blob not null
);
create index audit_entries_subject on audit_entries (subject_type, subject_id);
create index audit_entries_actor on audit_entries (actor_id);

-- The end of the chain: writers take turns here, and entries cut off the end are missed here.
create table audit_head (
    id integer primary key check (id = 1),
    sequence bigint not null,
    hash blob not null
);
insert into audit_head (id, sequence, hash) values (1, 0, x'');

create trigger audit_entries_no_update before update on audit_entries
begin
    select raise(abort, 'the audit log is append-only');
end;
create trigger audit_entries_no_delete before delete on audit_entries
begin
    select raise(abort, 'the audit log is append-only');
end;
