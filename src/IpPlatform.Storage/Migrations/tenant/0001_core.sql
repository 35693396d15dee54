-- A tenant's own data. Only the tenant's role may touch it; the serving login becomes that role inside each batch.

-- Envelope and personal payload apart: redaction replaces the payload, the hash of the original stays for the chain (S-11).
create table event (
    stream text not null,
    version bigint not null,
    type text not null,
    type_version int not null,
    payload bytea not null,
    payload_hash bytea not null,
    at timestamptz not null,
    command_id uuid not null,
    actor text not null,
    redacted_at timestamptz,
    redaction text,
    primary key (stream, version)
);

create table command (
    stream text not null,
    command_id uuid not null,
    fingerprint bytea not null,
    version bigint not null,
    result bytea not null,
    at timestamptz not null,
    primary key (stream, command_id)
);

create table snapshot (
    stream text primary key,
    version bigint not null,
    shape int not null,
    state bytea not null
);

create table outbox (
    id uuid primary key,
    seq bigint generated always as identity,
    target text not null,
    type text not null,
    payload bytea not null,
    due_at timestamptz not null,
    attempts int not null default 0,
    next_attempt_at timestamptz,
    parked_at timestamptz,
    last_error text
);
create index outbox_due on outbox (due_at) where parked_at is null;
create index outbox_target on outbox (target, seq);

-- Written unchained in the commit; the sealer fills seq, prev_hash and hash within a second.
create table audit (
    id uuid primary key,
    actor text not null,
    role text not null,
    action text not null,
    person_id uuid,
    target text not null,
    ground text not null,
    session_id text not null,
    at timestamptz not null,
    seq bigint unique,
    prev_hash bytea,
    hash bytea
);
create index audit_unsealed on audit (at) where seq is null;
create index audit_person on audit (person_id, at);

create table audit_head (
    one boolean primary key default true check (one),
    seq bigint not null,
    hash bytea not null
);

create table person_identifier (
    person_id uuid primary key,
    hmac bytea not null,
    ciphertext bytea not null,
    constraint one_person_per_identifier unique (hmac)
);

create table relation (
    relation_id uuid primary key,
    person_id uuid not null,
    subject_id uuid not null,
    kind smallint not null,
    valid_from timestamptz not null,
    valid_to timestamptz
);
create index relation_subject on relation (subject_id, kind);
create index relation_person on relation (person_id);

create table plan_row (
    person_id uuid primary key,
    open boolean not null,
    agreed int not null,
    proposed int not null,
    version bigint not null,
    changed_at timestamptz not null
);

create table staff_role (
    staff_id uuid not null,
    role smallint not null,
    valid_from timestamptz not null,
    valid_to timestamptz,
    primary key (staff_id, role, valid_from)
);
