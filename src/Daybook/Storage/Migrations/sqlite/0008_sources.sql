-- Connections that administrators set up and templates name, as in source: file/nightly. The secrets are sealed.
create table data_sources (
    id text not null primary key default (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
    name varchar(63) not null unique,
    kind varchar(20) not null,
    description text,
    settings text not null default '{}',
    secret_names text not null default '[]',
    secrets blob,
    revision integer not null default 1,
    created_by text references users (id),
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z'),
    updated_at text not null default (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z'),
    last_tested_at text,
    last_test_succeeded boolean,
    last_test_message text
);

-- Which sources the active templates name. A source that is named cannot go.
create table cob_template_sources (
    template_id text not null references cob_report_templates (id) on delete cascade,
    source_name varchar(63) not null references data_sources (name),
    primary key (template_id, source_name)
);
create index cob_template_sources_name on cob_template_sources (source_name);

-- Blocks that people keep for other templates.
create table library_blocks (
    id text not null primary key default (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
    owner_id text not null references users (id),
    name varchar(255) not null,
    description text,
    category varchar(100),
    is_shared boolean not null default true,
    definition text not null,
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z'),
    updated_at text not null default (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z'),
    unique (owner_id, name)
);
