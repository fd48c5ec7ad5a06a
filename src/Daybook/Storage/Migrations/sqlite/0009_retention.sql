-- What keeps a report from ever going: one row for each matter. A hold that was released stays as a record.
create table report_holds (
    id text not null primary key default (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
    report_id text not null references cob_generated_reports (id),
    reason text not null,
    placed_by text references users (id),
    placed_at text not null default (strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z'),
    released_by text references users (id),
    released_at text,
    release_reason text
);
create index report_holds_report on report_holds (report_id) where released_at is null;

-- A report whose content went under retention stays as a record with its manifest.
alter table cob_generated_reports add column pruned_at text;
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
create trigger report_export_format before insert on cob_report_exports when new.format not in ('markdown', 'pdf', 'json', 'html', 'xlsx', 'docx', 'csv', 'png')
begin
    select raise(abort, 'not a format of reports');
end;

-- As packed; null for what was kept before this column.
alter table contents add column stored_bytes bigint;
