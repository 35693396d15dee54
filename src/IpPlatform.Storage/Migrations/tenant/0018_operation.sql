-- Whether the municipality is in operation, and whose keys are turned (S-21). It stands beside each version of the configuration and
-- goes on from one to the next, so that the history tells when it was turned, and no roll-back turns it.
alter table configuration
    add column operation text not null default '{}',
    drop constraint configuration_kind_check,
    add constraint configuration_kind_check check (kind in ('import', 'publish', 'rollback', 'keyTurned', 'keyBack', 'operationBegun', 'operationEnded'));
