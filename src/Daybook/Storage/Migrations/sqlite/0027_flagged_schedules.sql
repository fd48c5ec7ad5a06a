-- Whether owners of flagged schedules came back is asked of those that are flagged, not of all.
create index cob_report_schedules_flagged on cob_report_schedules (flag) where flag is not null;
