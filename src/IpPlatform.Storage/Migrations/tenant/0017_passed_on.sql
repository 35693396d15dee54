-- A common application asks for services that others answer: a case stands in the queue until they are passed on, also when the unit has answered (O-021).
alter table case_row add column to_pass_on int not null default 0;
drop index case_row_queue;
create index case_row_queue on case_row (urgent desc, due_on, received_at) where status in (1, 2, 3) or to_pass_on > 0;
