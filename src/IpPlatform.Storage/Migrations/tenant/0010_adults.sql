-- Where to look for the children whom an adult may follow (S-01). What she may, the child's own record says.
create table adult_relation (
    relation_id uuid primary key,
    person_id uuid not null,
    subject_id uuid not null,
    reads boolean not null,
    valid_from timestamptz not null,
    valid_to timestamptz
);
create index adult_relation_subject on adult_relation (subject_id) where reads;
