-- Names for lists of people that a caller has access to already.
create table person_row (
    person_id uuid primary key,
    name text not null,
    born date,
    phone text
);

-- The roster: who works here.
create table staff (
    staff_id uuid primary key,
    name text not null,
    title text not null,
    phone text
);
