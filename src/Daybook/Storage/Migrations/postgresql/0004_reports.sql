-- Snapshots, documents and artifacts, each under the SHA-256 of what it holds before it is packed. data is null where the bytes are in the file system.
create table contents (
    sha256 char(64) primary key,
    size_bytes bigint not null,
    encoding varchar(10) not null check (encoding in ('none', 'brotli')),
    data bytea,
    created_at timestamptz not null default now()
);

create table cob_generated_reports (
    id uuid primary key default gen_random_uuid(),
    template_id uuid not null references cob_report_templates (id),
    template_version integer not null,
    template_snapshot json not null,
    report_date date not null,
    zone varchar(64) not null,
    close_time varchar(5),
    shift_name varchar(100),
    operator varchar(255),
    classification varchar(100),
    parameters json not null default '{}',
    supplied_parameters json not null default '{}',
    export_formats json not null default '[]',
    report_data json,
    manifest json,
    snapshot_sha256 char(64) references contents (sha256),
    document_sha256 char(64) references contents (sha256),
    generated_at timestamptz not null,
    generated_by uuid not null references users (id),
    rerun_of uuid references cob_generated_reports (id),
    status varchar(50) not null default 'pending'
        check (status in ('pending', 'running', 'completed', 'completed_with_errors', 'failed', 'cancelled')),
    stage varchar(20),
    error_code varchar(100),
    error_message text,
    attempt integer not null default 0,
    cancel_requested boolean not null default false,
    lease_owner varchar(255),
    lease_until timestamptz,
    fence bigint not null default 0,
    started_at timestamptz,
    finished_at timestamptz,
    processing_time_ms integer
);
create index cob_generated_reports_date on cob_generated_reports (report_date desc);
create index cob_generated_reports_template on cob_generated_reports (template_id);
create index cob_generated_reports_status on cob_generated_reports (status);
create index cob_generated_reports_maker on cob_generated_reports (generated_by, generated_at desc);

create table cob_report_exports (
    id uuid primary key default gen_random_uuid(),
    report_id uuid not null references cob_generated_reports (id) on delete cascade,
    format varchar(20) not null,
    export_options json not null default '{}',
    options_sha256 char(64) not null,
    sha256 char(64) references contents (sha256),
    file_path text,
    file_size_bytes bigint,
    media_type varchar(255),
    error_code varchar(100),
    error_message text,
    exported_at timestamptz not null default now(),
    expires_at timestamptz,
    download_count integer not null default 0,
    last_downloaded_at timestamptz,
    link_version integer not null default 1,
    unique (report_id, format, options_sha256)
);
create index cob_report_exports_report on cob_report_exports (report_id);
create index cob_report_exports_expires on cob_report_exports (expires_at);

-- What a caller asked for under a key of its own, so that asking twice makes one report.
create table idempotency_keys (
    user_id uuid not null references users (id) on delete cascade,
    idempotency_key varchar(255) not null,
    request_sha256 char(64) not null,
    report_id uuid not null references cob_generated_reports (id) on delete cascade,
    created_at timestamptz not null default now(),
    primary key (user_id, idempotency_key)
);
