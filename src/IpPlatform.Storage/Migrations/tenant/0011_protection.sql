-- How a person's address is protected (S-07), for lists that must not show who or where she is. No row: not protected.
create table protection (
    person_id uuid primary key,
    level smallint not null
);
