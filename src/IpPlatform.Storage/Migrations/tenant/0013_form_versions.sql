-- Every version of a form that has been in force, as it was: whoever has begun to fill one in goes on with it, and what was said in a
-- report can be read beside the questions that were asked. A row is never changed.
create table form_version (
    form text not null,
    version int not null,
    definition text not null,
    configuration bigint not null,
    at timestamptz not null,
    primary key (form, version)
);
