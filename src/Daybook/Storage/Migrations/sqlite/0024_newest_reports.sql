-- Lists show the newest reports first. What they filter by, and what says who may read a report, stands in the index, so that only rows that are shown are read.
create index cob_generated_reports_newest on cob_generated_reports (generated_at desc, id desc, template_id, generated_by, owner_id, status, report_date);
drop index cob_generated_reports_date;
create index cob_generated_reports_date on cob_generated_reports (report_date desc, generated_at desc, id desc, template_id, generated_by, owner_id, status);
drop index cob_generated_reports_template;
create index cob_generated_reports_template on cob_generated_reports (template_id, generated_at desc, id desc, generated_by, owner_id, status, report_date);
drop index cob_generated_reports_status;
create index cob_generated_reports_status on cob_generated_reports (status, generated_at desc, id desc, template_id, generated_by, owner_id, report_date);

-- Workers take the first of those that are not over, however many wait behind it.
create index cob_generated_reports_waiting on cob_generated_reports (priority desc, coalesce(wanted_at, generated_at), id) where finished_at is null;
create index cob_generated_reports_pruned on cob_generated_reports (pruned_at) where pruned_at is not null;
