-- What people say of a stop afterwards. Only ever added to: whoever changes their mind adds a row, and the newest counts.
-- `rig` and `bench` are those of the stop when it was judged; a rig that is still unknown then may get its name later.
CREATE TABLE judgements (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  rig TEXT,
  stop_id TEXT NOT NULL,
  bench TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('true', 'false', 'unclear')),
  actor_kind TEXT NOT NULL,
  actor_name TEXT NOT NULL CHECK (length(actor_name) BETWEEN 1 AND 120),
  words TEXT CHECK (words IS NULL OR length(words) BETWEEN 1 AND 500),
  at_iso TEXT NOT NULL
) STRICT;
CREATE INDEX judgements_by_stop ON judgements (stop_id, number);
CREATE TRIGGER judgements_are_never_changed BEFORE UPDATE ON judgements BEGIN SELECT RAISE(ABORT, 'a judgement is never changed'); END;
CREATE TRIGGER judgements_are_never_deleted BEFORE DELETE ON judgements BEGIN SELECT RAISE(ABORT, 'a judgement is never deleted'); END;

-- For the rate of false stops in a time.
CREATE INDEX stops_by_time ON stops (recorded_at_iso);
CREATE INDEX restores_by_time ON evidence (received_at_iso) WHERE kind = 'restore-opened';
