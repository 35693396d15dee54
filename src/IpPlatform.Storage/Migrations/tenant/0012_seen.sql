-- How far an employee has seen what happens to a person: the desk says what has come since. It opens nothing and is no audit; that is
-- what openings are for, and they do not move while they hold.
create table seen (
    actor text not null,
    person_id uuid not null,
    plan_version bigint not null,
    coordination_version bigint not null,
    primary key (actor, person_id)
);
insert into seen (actor, person_id, plan_version, coordination_version)
select actor, person_id, coalesce(max(seen_version) filter (where target = 'plan'), 0), coalesce(max(seen_version) filter (where target = 'coordination'), 0)
from opening where actor like 'staff/%' group by actor, person_id;
