-- Who looked at what, since when; valid for half an hour. The audit row is written in the same transaction.
create table opening (
    id uuid primary key,
    actor text not null,
    session_id text not null,
    person_id uuid not null,
    target text not null,
    parts text not null,
    seen_version bigint not null,
    at timestamptz not null
);
create index opening_actor on opening (actor, person_id, target, at desc);
