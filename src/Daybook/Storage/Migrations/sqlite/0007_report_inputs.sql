-- Everything but the data and the template that a report is made from, so that it can be made again exactly.
alter table cob_generated_reports add column inputs text not null default '{}';
