-- Membership, reminders and view settings for Orleans' ADO.NET providers, which find their statements in orleansquery.
-- The tables are our own: only the keys, the parameters and the result columns of the statements are the providers' contract.
-- Two things differ on purpose from what is commonly used: a grain's row has a real unique key and the first write is an
-- INSERT .. ON CONFLICT, so that two activations cannot both create it.

create table orleansquery (
    querykey varchar(64) primary key,
    querytext text not null
);

create table cluster (
    deployment_id text primary key,
    version int not null default 0,
    changed_at timestamptz(3) not null default now()
);

create table member (
    deployment_id text not null references cluster,
    address text not null,
    port int not null,
    generation int not null,
    silo_name text not null,
    host_name text not null,
    status int not null,
    proxy_port int,
    suspect_times text,
    start_time timestamptz(3) not null,
    alive_time timestamptz(3) not null,
    primary key (deployment_id, address, port, generation)
);

create table reminder (
    service_id text not null,
    grain_id text not null,
    name text not null,
    start_time timestamptz(3) not null,
    period bigint not null,
    grain_hash int not null,
    version int not null default 0,
    primary key (service_id, grain_id, name)
);
create index reminder_range on reminder (service_id, grain_hash);

create table grain_state (
    id_hash int not null,
    n0 bigint not null,
    n1 bigint not null,
    type_hash int not null,
    type text not null,
    extension text,
    service_id text not null,
    payload bytea,
    modified_at timestamptz not null default now(),
    version int not null,
    constraint one_row_per_grain unique nulls not distinct (id_hash, type_hash, n0, n1, type, extension, service_id)
);

insert into orleansquery (querykey, querytext) values
('UpdateIAmAlivetimeKey', '
update member set alive_time = @IAmAliveTime
where deployment_id = @DeploymentId and address = @Address and port = @Port and generation = @Generation'),

('InsertMembershipVersionKey', '
with made as (insert into cluster (deployment_id) values (@DeploymentId) on conflict do nothing returning 1)
select count(*)::int from made'),

('InsertMembershipKey', '
with bumped as (
    update cluster set version = version + 1, changed_at = now()
    where deployment_id = @DeploymentId and version = @Version
      and not exists (select 1 from member where deployment_id = @DeploymentId and address = @Address and port = @Port and generation = @Generation)
    returning 1),
made as (
    insert into member (deployment_id, address, port, generation, silo_name, host_name, status, proxy_port, start_time, alive_time)
    select @DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime from bumped
    returning 1)
select count(*)::int from made'),

('UpdateMembershipKey', '
with bumped as (
    update cluster set version = version + 1, changed_at = now()
    where deployment_id = @DeploymentId and version = @Version
      and exists (select 1 from member where deployment_id = @DeploymentId and address = @Address and port = @Port and generation = @Generation)
    returning 1),
changed as (
    update member set status = @Status, suspect_times = @SuspectTimes, alive_time = @IAmAliveTime
    from bumped
    where deployment_id = @DeploymentId and address = @Address and port = @Port and generation = @Generation
    returning 1)
select count(*)::int from changed'),

('MembershipReadRowKey', '
select c.deployment_id as DeploymentId, m.address as Address, m.port as Port, m.generation as Generation, m.silo_name as SiloName,
       m.host_name as HostName, m.status as Status, m.proxy_port as ProxyPort, m.suspect_times as SuspectTimes,
       m.start_time as StartTime, m.alive_time as IAmAliveTime, c.version as Version
from cluster c
left join member m on m.deployment_id = c.deployment_id and m.address = @Address and m.port = @Port and m.generation = @Generation
where c.deployment_id = @DeploymentId'),

('MembershipReadAllKey', '
select c.deployment_id as DeploymentId, m.address as Address, m.port as Port, m.generation as Generation, m.silo_name as SiloName,
       m.host_name as HostName, m.status as Status, m.proxy_port as ProxyPort, m.suspect_times as SuspectTimes,
       m.start_time as StartTime, m.alive_time as IAmAliveTime, c.version as Version
from cluster c left join member m on m.deployment_id = c.deployment_id
where c.deployment_id = @DeploymentId'),

('DeleteMembershipTableEntriesKey', '
with gone as (delete from member where deployment_id = @DeploymentId returning 1)
delete from cluster where deployment_id = @DeploymentId and (select count(*) from gone) >= 0'),

('GatewaysQueryKey', '
select address as Address, proxy_port as ProxyPort, generation as Generation
from member where deployment_id = @DeploymentId and status = @Status and proxy_port > 0'),

('CleanupDefunctSiloEntriesKey', '
delete from member where deployment_id = @DeploymentId and alive_time < @IAmAliveTime and status <> 3'),

('UpsertReminderRowKey', '
insert into reminder (service_id, grain_id, name, start_time, period, grain_hash)
values (@ServiceId, @GrainId, @ReminderName, @StartTime, @Period, @GrainHash)
on conflict (service_id, grain_id, name) do update
set start_time = excluded.start_time, period = excluded.period, grain_hash = excluded.grain_hash, version = reminder.version + 1
returning version as Version'),

('ReadReminderRowsKey', '
select grain_id as GrainId, name as ReminderName, start_time as StartTime, period as Period, version as Version
from reminder where service_id = @ServiceId and grain_id = @GrainId'),

('ReadReminderRowKey', '
select grain_id as GrainId, name as ReminderName, start_time as StartTime, period as Period, version as Version
from reminder where service_id = @ServiceId and grain_id = @GrainId and name = @ReminderName'),

('ReadRangeRows1Key', '
select grain_id as GrainId, name as ReminderName, start_time as StartTime, period as Period, version as Version
from reminder where service_id = @ServiceId and grain_hash > @BeginHash and grain_hash <= @EndHash'),

('ReadRangeRows2Key', '
select grain_id as GrainId, name as ReminderName, start_time as StartTime, period as Period, version as Version
from reminder where service_id = @ServiceId and (grain_hash > @BeginHash or grain_hash <= @EndHash)'),

('DeleteReminderRowKey', '
with gone as (
    delete from reminder where service_id = @ServiceId and grain_id = @GrainId and name = @ReminderName and version = @Version returning 1)
select count(*)::int from gone'),

('DeleteReminderRowsKey', '
delete from reminder where service_id = @ServiceId'),

('WriteToStorageKey', '
with changed as (
    update grain_state set payload = @PayloadBinary, modified_at = now(), version = version + 1
    where @GrainStateVersion::int is not null and version = @GrainStateVersion::int
      and id_hash = @GrainIdHash and type_hash = @GrainTypeHash and n0 = @GrainIdN0 and n1 = @GrainIdN1
      and type = @GrainTypeString and extension is not distinct from @GrainIdExtensionString and service_id = @ServiceId
    returning version),
made as (
    insert into grain_state (id_hash, n0, n1, type_hash, type, extension, service_id, payload, version)
    select @GrainIdHash, @GrainIdN0, @GrainIdN1, @GrainTypeHash, @GrainTypeString, @GrainIdExtensionString, @ServiceId, @PayloadBinary, 1
    where @GrainStateVersion::int is null
    on conflict do nothing
    returning version)
select coalesce((select version from changed), (select version from made), @GrainStateVersion::int) as NewGrainStateVersion'),

('ReadFromStorageKey', '
select payload as PayloadBinary, modified_at as ModifiedOn, version as Version
from grain_state
where id_hash = @GrainIdHash and type_hash = @GrainTypeHash and n0 = @GrainIdN0 and n1 = @GrainIdN1
  and type = @GrainTypeString and extension is not distinct from @GrainIdExtensionString and service_id = @ServiceId'),

('ClearStorageKey', '
update grain_state set payload = null, modified_at = now(), version = version + 1
where id_hash = @GrainIdHash and type_hash = @GrainTypeHash and n0 = @GrainIdN0 and n1 = @GrainIdN1
  and type = @GrainTypeString and extension is not distinct from @GrainIdExtensionString and service_id = @ServiceId
  and version = @GrainStateVersion
returning version as NewGrainStateVersion'),

('DeleteStorageKey', '
delete from grain_state
where id_hash = @GrainIdHash and type_hash = @GrainTypeHash and n0 = @GrainIdN0 and n1 = @GrainIdN1
  and type = @GrainTypeString and extension is not distinct from @GrainIdExtensionString and service_id = @ServiceId
  and version = @GrainStateVersion
returning version + 1 as NewGrainStateVersion');

grant select on orleansquery to ip_app;
grant select, insert, update, delete on cluster, member, reminder, grain_state to ip_app;
