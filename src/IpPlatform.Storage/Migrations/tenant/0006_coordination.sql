-- Coordination as lists show it: who, since when, by when; never what.
create table coordination_row (
    person_id uuid primary key,
    stage smallint not null,
    staff_id uuid,
    deputy_id uuid,
    offered_to uuid,
    child_coordinator boolean not null,
    next_by date,
    granted_at timestamptz not null,
    version bigint not null,
    changed_at timestamptz not null
);
create index coordination_row_waiting on coordination_row (granted_at) where stage in (1, 2);
create index coordination_row_staff on coordination_row (staff_id) where stage = 3;

create table absence_row (
    absence_id uuid primary key,
    staff_id uuid not null,
    first_day date not null,
    last_day date not null
);
create index absence_row_staff on absence_row (staff_id, last_day);
