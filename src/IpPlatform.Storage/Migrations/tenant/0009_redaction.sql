-- A redaction is an event of its stream: whoever loaded the words before is fenced, and a snapshot taken since is without them.
drop index event_redacted;
