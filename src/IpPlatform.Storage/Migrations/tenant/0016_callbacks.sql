-- Who has asked to be rung while the contact was closed (O-126). A row and its words are removed together, some days after the call.
create table callback_row (
    callback_id uuid primary key,
    contact text not null,
    name text not null,
    phone text not null,
    day date not null,
    from_time time not null,
    to_time time not null,
    topic smallint not null,
    topic_text text,
    asked_at timestamptz not null,
    ring_by timestamptz not null,
    tries int not null,
    tried_by uuid,
    tried_at timestamptz,
    ended smallint,
    ended_by uuid,
    ended_at timestamptz,
    version bigint not null
);
create index callback_row_waiting on callback_row (ring_by, asked_at) where ended is null;
