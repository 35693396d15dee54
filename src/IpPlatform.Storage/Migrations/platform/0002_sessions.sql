-- Server-side sessions: the browser holds a random handle, this holds its hash and an encrypted ticket.
create table session (
    handle_hash bytea primary key,
    ticket bytea not null,
    sid_hash bytea,
    expires_at timestamptz not null
);
create index session_sid on session (sid_hash);
create index session_expires on session (expires_at);
grant select, insert, update, delete on session to ip_app;
