-- What the nightly check found of the municipalities' links outward, which are public.
create table link_check (
    tenant_id text not null references tenant (id),
    url text not null,
    failed_days int not null,
    checked_on date not null,
    outcome text not null,
    primary key (tenant_id, url)
);
grant select, insert, update, delete on link_check to ip_app;
