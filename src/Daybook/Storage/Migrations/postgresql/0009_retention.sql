-- What keeps a report from ever going: one row for each matter. A hold that was released stays as a record.
create table report_holds (
    id uuid primary key default gen_random_uuid(),
    report_id uuid not null references cob_generated_reports (id),
    reason text not null,
    placed_by uuid references users (id),
    placed_at timestamptz not null default now(),
    released_by uuid references users (id),
    released_at timestamptz,
    release_reason text
);
create index report_holds_report on report_holds (report_id) where released_at is null;

-- A report whose content went under retention stays as a record with its manifest.
alter table cob_generated_reports add column pruned_at timestamptz;
alter table cob_generated_reports add column pruned_reason varchar(20);
create index cob_generated_reports_snapshot on cob_generated_reports (snapshot_sha256);
create index cob_generated_reports_document on cob_generated_reports (document_sha256);

-- How far composing is.
alter table cob_generated_reports add column blocks_done integer;
alter table cob_generated_reports add column blocks_total integer;
alter table cob_generated_reports add column current_block varchar(255);

-- Formats asked for after the report was made can be made again at any time, so they go once their links have expired.
alter table cob_report_exports add column made_later boolean not null default false;
create index cob_report_exports_content on cob_report_exports (sha256);
create domain report_export_format as varchar(20) check (value in ('markdown', 'pdf', 'json', 'html', 'xlsx', 'docx', 'csv', 'png'));
alter table cob_report_exports alter column format type report_export_format;

-- As packed; null for what was kept before this column.
alter table contents add column stored_bytes bigint;
