-- Live edits lie over the imported files. Each row is still a version that has been in force; body is its effective result.
alter table configuration
    add column kind text not null default 'import' check (kind in ('import', 'publish', 'rollback')),
    -- What the files said, with the version that brought it; the versions between imports point back to it.
    add column base text,
    add column base_version bigint references configuration (version),
    -- The publications that lie over the base, in order, and those of them that did not fit it.
    add column layers text not null default '[]',
    add column set_aside text not null default '[]',
    add column based_on bigint,
    add column reason text,
    -- The command that made it: a repeated one finds its answer here.
    add column command_id uuid unique,
    add column fingerprint bytea;
update configuration set base = body, base_version = version;
