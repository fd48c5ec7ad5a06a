-- Connections that administrators set up and templates name, as in source: file/nightly. The secrets are sealed.
create table data_sources (
    id uuid primary key default gen_random_uuid(),
    name varchar(63) not null unique,
    kind varchar(20) not null,
    description text,
    settings json not null default '{}',
    secret_names json not null default '[]',
    secrets bytea,
    revision integer not null default 1,
    created_by uuid references users (id),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    last_tested_at timestamptz,
    last_test_succeeded boolean,
    last_test_message text
);

-- Which sources the active templates name. A source that is named cannot go.
create table cob_template_sources (
    template_id uuid not null references cob_report_templates (id) on delete cascade,
    source_name varchar(63) not null references data_sources (name),
    primary key (template_id, source_name)
);
create index cob_template_sources_name on cob_template_sources (source_name);

-- Blocks that people keep for other templates.
create table library_blocks (
    id uuid primary key default gen_random_uuid(),
    owner_id uuid not null references users (id),
    name varchar(255) not null,
    description text,
    category varchar(100),
    is_shared boolean not null default true,
    definition json not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    unique (owner_id, name)
);
