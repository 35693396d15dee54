-- Which commit an audit row is of, and a hash over the payload hashes of its events: the sealed chain then also proves the events.
alter table audit add column stream text, add column command_id uuid, add column content_hash bytea;
-- Streams with redacted events are not snapshotted; almost none are in here.
create index event_redacted on event (stream) where redacted_at is not null;

-- Files: encrypted as one piece, stored in chunks. One that no commit has bound is dropped after a day.
create table blob (
    id uuid primary key,
    owner text not null,
    media_type text not null,
    name bytea not null,
    length int not null,
    uploaded_at timestamptz not null,
    constraint blob_of unique (id, owner)
);
create index blob_uploaded on blob (uploaded_at);

create table blob_chunk (
    blob_id uuid not null references blob (id) on delete cascade,
    n int not null,
    content bytea not null,
    primary key (blob_id, n)
);
-- Ciphertext does not compress.
alter table blob_chunk alter content set storage external;

-- Only who uploaded a file can put it to use, once; the keys' names are what a commit is refused with.
create table blob_binding (
    blob_id uuid not null,
    owner text not null,
    stream text not null,
    version bigint not null,
    constraint blob_bound primary key (blob_id),
    constraint blob_missing foreign key (blob_id, owner) references blob (id, owner)
);
create index blob_binding_stream on blob_binding (stream);

-- What somebody has typed and not sent. Content is null once sent or thrown away: the row stays a while so that a late save is known.
create table draft (
    owner text not null,
    key text not null,
    sequence bigint not null,
    content bytea,
    saved_at timestamptz not null,
    primary key (owner, key)
);
create index draft_saved on draft (saved_at);
