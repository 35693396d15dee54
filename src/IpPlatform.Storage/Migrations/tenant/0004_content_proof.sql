-- Which commit an audit row is of, and a hash over the payload hashes of its events: the sealed chain then also proves the events.
alter table audit add column stream text, add column command_id uuid, add column content_hash bytea;
-- Streams with redacted events are not snapshotted; almost none are in here.
create index event_redacted on event (stream) where redacted_at is not null;
