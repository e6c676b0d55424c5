-- What happened to each case, in chains that only grow: every line holds the hash of the one before and is signed by the store.
-- The public halves of the keys that signed, the present one last. A key is added when the former one was lost.
CREATE TABLE custody_keys (
  number INTEGER PRIMARY KEY CHECK (number >= 1),
  public_key BLOB NOT NULL UNIQUE,
  since_iso TEXT NOT NULL
) STRICT;
CREATE TRIGGER custody_keys_are_never_changed BEFORE UPDATE ON custody_keys BEGIN SELECT RAISE(ABORT, 'a custody key is never changed'); END;
CREATE TRIGGER custody_keys_are_never_deleted BEFORE DELETE ON custody_keys BEGIN SELECT RAISE(ABORT, 'a custody key is never deleted'); END;
-- INSERT OR REPLACE would delete a row without asking the trigger above; so too in the tables below.
CREATE TRIGGER custody_keys_are_only_added BEFORE INSERT ON custody_keys
WHEN NEW.number != (SELECT coalesce(max(number), 0) + 1 FROM custody_keys) OR EXISTS (SELECT 1 FROM custody_keys WHERE public_key = NEW.public_key)
BEGIN SELECT RAISE(ABORT, 'custody keys are only added'); END;

-- The head of each chain, kept apart from it: a tail that is cut off the events alone shows.
CREATE TABLE custody_heads (
  case_id TEXT PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT, WITHOUT ROWID;

-- No rowid: it would be one more number under which a row could be replaced.
CREATE TABLE custody_events (
  case_id TEXT NOT NULL REFERENCES custody_heads (case_id),
  seq INTEGER NOT NULL CHECK (seq >= 1 AND seq = json_extract(line, '$.seq')),
  id TEXT NOT NULL UNIQUE CHECK (id = json_extract(line, '$.id')),
  line TEXT NOT NULL CHECK (json_valid(line) AND case_id = json_extract(line, '$.case')),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  signature TEXT NOT NULL CHECK (length(signature) = 88),
  key INTEGER NOT NULL REFERENCES custody_keys (number),
  PRIMARY KEY (case_id, seq)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER custody_events_are_never_changed BEFORE UPDATE ON custody_events BEGIN SELECT RAISE(ABORT, 'a custody event is never changed'); END;
CREATE TRIGGER custody_events_are_never_deleted BEFORE DELETE ON custody_events BEGIN SELECT RAISE(ABORT, 'a custody event is never deleted'); END;
CREATE TRIGGER custody_grows_at_its_end BEFORE INSERT ON custody_events
WHEN NEW.seq != (SELECT coalesce(max(seq), 0) + 1 FROM custody_events WHERE case_id = NEW.case_id)
  OR json_extract(NEW.line, '$.prev') != coalesce((SELECT hash FROM custody_events WHERE case_id = NEW.case_id AND seq = NEW.seq - 1), printf('%064d', 0))
BEGIN SELECT RAISE(ABORT, 'custody grows only at its end'); END;
CREATE TRIGGER custody_ids_come_once BEFORE INSERT ON custody_events WHEN EXISTS (SELECT 1 FROM custody_events WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a custody event comes once'); END;

CREATE TRIGGER custody_heads_begin_empty BEFORE INSERT ON custody_heads
WHEN NEW.seq != 0 OR EXISTS (SELECT 1 FROM custody_heads WHERE case_id = NEW.case_id OR code = NEW.code)
BEGIN SELECT RAISE(ABORT, 'a custody head begins once'); END;
CREATE TRIGGER custody_heads_only_move_on BEFORE UPDATE ON custody_heads
WHEN NEW.case_id != OLD.case_id OR NEW.code != OLD.code OR NEW.seq <= OLD.seq
  OR NOT EXISTS (SELECT 1 FROM custody_events WHERE case_id = NEW.case_id AND seq = NEW.seq AND hash = NEW.hash)
BEGIN SELECT RAISE(ABORT, 'a custody head only moves on'); END;
CREATE TRIGGER custody_heads_are_never_deleted BEFORE DELETE ON custody_heads BEGIN SELECT RAISE(ABORT, 'a custody head is never deleted'); END;

-- Which papers and copies were given which head. They can be held against the chain for ever.
CREATE TABLE custody_anchors (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  kind TEXT NOT NULL CHECK (kind IN ('label', 'receipt', 'handover-sheet', 'certificate', 'partner-copy', 'mail', 'export')),
  at_iso TEXT NOT NULL,
  ref TEXT CHECK (ref IS NULL OR length(ref) BETWEEN 1 AND 120),
  FOREIGN KEY (case_id, seq) REFERENCES custody_events (case_id, seq)
) STRICT;
CREATE INDEX custody_anchors_by_case ON custody_anchors (case_id, number);
CREATE TRIGGER custody_anchors_are_never_changed BEFORE UPDATE ON custody_anchors BEGIN SELECT RAISE(ABORT, 'a custody anchor is never changed'); END;
CREATE TRIGGER custody_anchors_are_never_deleted BEFORE DELETE ON custody_anchors BEGIN SELECT RAISE(ABORT, 'a custody anchor is never deleted'); END;
-- Where SQLite gives the number itself, NEW.number is not positive here.
CREATE TRIGGER custody_anchors_are_only_added BEFORE INSERT ON custody_anchors WHEN NEW.number BETWEEN 1 AND (SELECT max(number) FROM custody_anchors)
BEGIN SELECT RAISE(ABORT, 'custody anchors are only added'); END;
