-- Logos, each under the hash of its bytes: a configuration names the hash, so that every version of it shows the logo that it had. A row
-- never changes; one that no version names goes after a day.
create table logo (
    hash text primary key,
    png bytea not null,
    at timestamptz not null
);
