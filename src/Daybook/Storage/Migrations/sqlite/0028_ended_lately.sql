-- What ended in the last day is counted for monitoring from these alone, however much there is before it.
create index cob_generated_reports_finished on cob_generated_reports (finished_at, status) where finished_at is not null;
create index occurrences_ended on occurrences (state_changed_at, state)
    where state in ('succeeded', 'completed_with_errors', 'failed', 'missed', 'skipped', 'cancelled');
create index deliveries_ended on deliveries (state_changed_at, state) where state in ('accepted', 'failed', 'unknown', 'suppressed');
create index notices_created on notices (created_at, told);
