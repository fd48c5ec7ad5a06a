-- At the close of business everything falls due at one instant: what is asked for each of these rows must not look at all the others.
drop index occurrences_due;
create index occurrences_due on occurrences (schedule_id, due_at) where state = 'due';
create index occurrences_next on occurrences (schedule_id, due_at) where state = 'planned' and origin = 'scheduled';
