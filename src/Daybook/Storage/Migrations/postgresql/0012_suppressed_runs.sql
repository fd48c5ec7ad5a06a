-- Why the report of a run is not delivered although it is made; it has to outlive the node that found out.
alter table occurrences add column suppress_reason varchar(60);
