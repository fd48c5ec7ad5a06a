-- What models were asked for the analysis blocks of a report, and what they answered: kept as each answer comes.
create table cob_report_analyses (
    report_id uuid not null references cob_generated_reports (id) on delete cascade,
    block_id varchar(500) not null,
    sha256 char(64) not null references contents (sha256),
    is_answered boolean not null,
    primary key (report_id, block_id)
);
create index cob_report_analyses_content on cob_report_analyses (sha256);
