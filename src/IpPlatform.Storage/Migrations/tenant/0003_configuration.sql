-- The tenant's configuration: every version that has been in force, newest last.
create table configuration (
    version bigint primary key,
    source_hash text not null,
    body text not null,
    author text not null,
    at timestamptz not null default now()
);
