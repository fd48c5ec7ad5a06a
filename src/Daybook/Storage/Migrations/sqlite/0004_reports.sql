-- Snapshots, documents and artifacts, each under the SHA-256 of what it holds before it is packed. data is null where the bytes are in the file system.
create table contents (
    sha256 char(64) primary key,
    size_bytes bigint not null,
    encoding varchar(10) not null check (encoding in ('none', 'brotli')),
    data blob,
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z')
);

create table cob_generated_reports (
    id text not null primary key default (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
    template_id text not null references cob_report_templates (id),
    template_version integer not null,
    template_snapshot text not null,
    report_date date not null,
    zone varchar(64) not null,
    close_time varchar(5),
    shift_name varchar(100),
    operator varchar(255),
    classification varchar(100),
    parameters text not null default '{}',
    supplied_parameters text not null default '{}',
    export_formats text not null default '[]',
    report_data text,
    manifest text,
    snapshot_sha256 char(64) references contents (sha256),
    document_sha256 char(64) references contents (sha256),
    generated_at text not null,
    generated_by text not null references users (id),
    rerun_of text references cob_generated_reports (id),
    status varchar(50) not null default 'pending'
        check (status in ('pending', 'running', 'completed', 'completed_with_errors', 'failed', 'cancelled')),
    stage varchar(20),
    error_code varchar(100),
    error_message text,
    attempt integer not null default 0,
    cancel_requested boolean not null default false,
    lease_owner varchar(255),
    lease_until text,
    fence bigint not null default 0,
    started_at text,
    finished_at text,
    processing_time_ms integer
);
create index cob_generated_reports_date on cob_generated_reports (report_date desc);
create index cob_generated_reports_template on cob_generated_reports (template_id);
create index cob_generated_reports_status on cob_generated_reports (status);
create index cob_generated_reports_maker on cob_generated_reports (generated_by, generated_at desc);

create table cob_report_exports (
    id text not null primary key default (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
    report_id text not null references cob_generated_reports (id) on delete cascade,
    format varchar(20) not null,
    export_options text not null default '{}',
    options_sha256 char(64) not null,
    sha256 char(64) references contents (sha256),
    file_path text,
    file_size_bytes bigint,
    media_type varchar(255),
    error_code varchar(100),
    error_message text,
    exported_at text not null default (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z'),
    expires_at text,
    download_count integer not null default 0,
    last_downloaded_at text,
    link_version integer not null default 1,
    unique (report_id, format, options_sha256)
);
create index cob_report_exports_report on cob_report_exports (report_id);
create index cob_report_exports_expires on cob_report_exports (expires_at);

-- What a caller asked for under a key of its own, so that asking twice makes one report.
create table idempotency_keys (
    user_id text not null references users (id) on delete cascade,
    idempotency_key varchar(255) not null,
    request_sha256 char(64) not null,
    report_id text not null references cob_generated_reports (id) on delete cascade,
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z'),
    primary key (user_id, idempotency_key)
);
