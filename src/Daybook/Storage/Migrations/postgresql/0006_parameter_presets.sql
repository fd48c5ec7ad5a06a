-- Values for a template's parameters under a name, shared by whoever may read the template.
create table parameter_presets (
    template_id uuid not null references cob_report_templates (id) on delete cascade,
    name varchar(255) not null,
    parameters json not null,
    created_by uuid references users (id),
    created_at timestamptz not null default now(),
    primary key (template_id, name)
);
