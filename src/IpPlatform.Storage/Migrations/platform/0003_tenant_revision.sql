-- Rises whenever a tenant's configuration in force changes; silos compare it with what they have.
alter table tenant add column revision bigint not null default 0;
alter table tenant add column source_hash text;
