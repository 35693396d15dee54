-- Cases as lists show them: clocks and state, no need text and no names (S-10).
create table case_row (
    case_id uuid primary key,
    number text not null,
    person_id uuid,
    status smallint not null,
    urgent boolean not null,
    services smallint[] not null,
    received_at timestamptz not null,
    due_on date not null,
    overdue boolean not null,
    handler_id uuid,
    version bigint not null,
    changed_at timestamptz not null,
    constraint case_number_taken unique (number)
);
create index case_row_queue on case_row (urgent desc, due_on, received_at) where status in (1, 2, 3);
create index case_row_person on case_row (person_id, received_at desc);

-- The last case number of each year in Norway. Gaps are allowed: a number is taken before the case is committed.
create table case_number (
    year int primary key,
    last int not null
);
