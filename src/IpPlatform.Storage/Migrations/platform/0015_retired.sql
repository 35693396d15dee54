-- A tenant that is taken out is served no more; its schema stays.
alter table tenant add column retired_at timestamptz;
