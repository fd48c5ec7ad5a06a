-- What falls due while its schedule is paused is looked for from these few, not among all that falls due.
create index cob_report_schedules_paused on cob_report_schedules (id) where paused_at is not null;
