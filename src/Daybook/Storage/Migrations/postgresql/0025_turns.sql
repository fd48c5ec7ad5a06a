-- The position of a delivery among those of one order, from 0: half of what is taken are those that stand first in theirs, so that a large order does not delay a small one.
alter table deliveries add column turn integer not null default 0;
create index deliveries_turn on deliveries (channel, turn, next_attempt_at, id) where state = 'planned';
