-- Values for a template's parameters under a name, shared by whoever may read the template.
create table parameter_presets (
    template_id text not null references cob_report_templates (id) on delete cascade,
    name varchar(255) not null,
    parameters text not null,
    created_by text references users (id),
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z'),
    primary key (template_id, name)
);
