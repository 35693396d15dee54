-- What belongs to no tenant: which tenants and silos there are, shared keys, the clock's offset.

create table tenant (
    id text primary key,
    slug text not null unique,
    created_at timestamptz not null default now(),
    schema_version int not null default 0
);

create table node (
    name text primary key,
    url text not null,
    started_at timestamptz not null,
    heartbeat_at timestamptz not null,
    draining boolean not null default false
);

create table clock (
    one boolean primary key default true check (one),
    offset_seconds bigint not null
);
insert into clock (offset_seconds) values (0);

create table data_protection_key (
    id text primary key,
    xml text not null
);

grant select on tenant to ip_app;
grant select, insert, update, delete on node to ip_app;
grant select, update on clock to ip_app;
grant select, insert on data_protection_key to ip_app;
