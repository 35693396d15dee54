-- A local criterion is found not met, and the unit's leader has not let it stand (O-029): until then, and no longer, the case is hers to read.
alter table case_row add column awaits_leader boolean not null default false;
