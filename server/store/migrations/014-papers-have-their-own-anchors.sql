-- A printed history and a letter witness a head under their own names; what was noted of them before as a copy or a receipt stays so.
-- The new table asks a trigger instead of a foreign key: a store whose tail was cut off must still start, and say so.
CREATE TABLE custody_anchors_of_every_kind (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  kind TEXT NOT NULL CHECK (kind IN ('label', 'receipt', 'handover-sheet', 'certificate', 'partner-copy', 'mail', 'export', 'history', 'letter')),
  at_iso TEXT NOT NULL,
  ref TEXT CHECK (ref IS NULL OR length(ref) BETWEEN 1 AND 120)
) STRICT;
INSERT INTO custody_anchors_of_every_kind (number, case_id, seq, hash, kind, at_iso, ref) SELECT number, case_id, seq, hash, kind, at_iso, ref FROM custody_anchors ORDER BY number;
DROP TABLE custody_anchors;
ALTER TABLE custody_anchors_of_every_kind RENAME TO custody_anchors;
CREATE INDEX custody_anchors_by_case ON custody_anchors (case_id, number);
CREATE TRIGGER custody_anchors_are_never_changed BEFORE UPDATE ON custody_anchors BEGIN SELECT RAISE(ABORT, 'a custody anchor is never changed'); END;
CREATE TRIGGER custody_anchors_are_never_deleted BEFORE DELETE ON custody_anchors BEGIN SELECT RAISE(ABORT, 'a custody anchor is never deleted'); END;
-- Where SQLite gives the number itself, NEW.number is not positive here.
CREATE TRIGGER custody_anchors_are_only_added BEFORE INSERT ON custody_anchors WHEN NEW.number BETWEEN 1 AND (SELECT max(number) FROM custody_anchors)
BEGIN SELECT RAISE(ABORT, 'custody anchors are only added'); END;
CREATE TRIGGER custody_anchors_are_of_an_event BEFORE INSERT ON custody_anchors
WHEN NOT EXISTS (SELECT 1 FROM custody_events WHERE case_id = NEW.case_id AND seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'a custody anchor is of an event that is there'); END;
