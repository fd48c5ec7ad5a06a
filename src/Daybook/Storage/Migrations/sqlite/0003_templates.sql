create table cob_report_templates (
    id text not null primary key default (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
    name varchar(255) not null,
    version varchar(50) not null,
    author varchar(255),
    owner_id text references users (id),
    description text,
    metadata text not null default '{}',
    template_config text not null,
    is_active boolean not null default true,
    is_default boolean not null default false,
    built_in varchar(255) unique,
    permissions text not null default '{"read": ["all_users"], "write": ["admin"]}',
    revision integer not null default 1,
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z'),
    updated_at text not null default (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z'),
    unique (name, version)
);
create index cob_report_templates_active on cob_report_templates (is_active);
create index cob_report_templates_owner on cob_report_templates (owner_id);

-- The permissions again, one principal a row, for every query to ask.
create table cob_template_grants (
    template_id text not null references cob_report_templates (id) on delete cascade,
    access_right varchar(20) not null,
    principal varchar(255) not null,
    primary key (template_id, access_right, principal)
);

create table cob_template_versions (
    id text not null primary key default (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
    template_id text not null references cob_report_templates (id) on delete cascade,
    version_number integer not null,
    config_snapshot text not null,
    change_description text,
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z'),
    created_by varchar(255),
    unique (template_id, version_number)
);

create table cob_template_usage (
    id text not null primary key default (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
    template_id text not null references cob_report_templates (id) on delete cascade,
    used_at text not null default (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z'),
    user_id text references users (id),
    action varchar(50) not null,
    metadata text not null default '{}'
);
create index cob_template_usage_template on cob_template_usage (template_id, used_at desc);

create trigger cob_report_templates_touched after update on cob_report_templates when new.updated_at = old.updated_at
begin
    update cob_report_templates set updated_at = strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z' where id = new.id;
end;
