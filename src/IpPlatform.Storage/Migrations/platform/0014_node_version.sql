-- Which release a silo runs: two stand beside each other while the platform is being upgraded.
alter table node add column version text not null default '';
