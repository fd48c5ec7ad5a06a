-- Whether late deliveries have mended an occurrence is asked of those that have errors, not of all that are planned after them.
create index occurrences_with_errors on occurrences (due_at) where state = 'completed_with_errors';
