create table cob_report_templates (
    id uuid primary key default gen_random_uuid(),
    name varchar(255) not null,
    version varchar(50) not null,
    author varchar(255),
    owner_id uuid references users (id),
    description text,
    metadata jsonb not null default '{}',
    template_config json not null,
    is_active boolean not null default true,
    is_default boolean not null default false,
    built_in varchar(255) unique,
    permissions jsonb not null default '{"read": ["all_users"], "write": ["admin"]}',
    revision integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    unique (name, version)
);
create index cob_report_templates_active on cob_report_templates (is_active);
create index cob_report_templates_owner on cob_report_templates (owner_id);
create index cob_report_templates_metadata on cob_report_templates using gin (metadata);

-- The permissions again, one principal a row, for every query to ask.
create table cob_template_grants (
    template_id uuid not null references cob_report_templates (id) on delete cascade,
    access_right varchar(20) not null,
    principal varchar(255) not null,
    primary key (template_id, access_right, principal)
);

create table cob_template_versions (
    id uuid primary key default gen_random_uuid(),
    template_id uuid not null references cob_report_templates (id) on delete cascade,
    version_number integer not null,
    config_snapshot json not null,
    change_description text,
    created_at timestamptz not null default now(),
    created_by varchar(255),
    unique (template_id, version_number)
);

create table cob_template_usage (
    id uuid primary key default gen_random_uuid(),
    template_id uuid not null references cob_report_templates (id) on delete cascade,
    used_at timestamptz not null default now(),
    user_id uuid references users (id),
    action varchar(50) not null,
    metadata jsonb not null default '{}'
);
create index cob_template_usage_template on cob_template_usage (template_id, used_at desc);

create function touch_updated_at() returns trigger language plpgsql as $$
begin
    new.updated_at := now();
    return new;
end $$;
create trigger cob_report_templates_touched before update on cob_report_templates for each row execute function touch_updated_at();
