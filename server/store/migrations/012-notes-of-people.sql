-- What people say beside the evidence: that they have seen an alarm, and what they checked at the start of a shift. Only ever added to.
CREATE TABLE alarm_notes (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  bench TEXT NOT NULL,
  alarm TEXT NOT NULL CHECK (length(alarm) BETWEEN 1 AND 200),
  actor TEXT NOT NULL,
  at_iso TEXT NOT NULL,
  until_iso TEXT
) STRICT;
CREATE TRIGGER alarm_notes_are_never_changed BEFORE UPDATE ON alarm_notes BEGIN SELECT RAISE(ABORT, 'a note of an alarm is never changed'); END;
CREATE TRIGGER alarm_notes_are_never_deleted BEFORE DELETE ON alarm_notes BEGIN SELECT RAISE(ABORT, 'a note of an alarm is never deleted'); END;
CREATE TRIGGER alarm_notes_are_never_replaced BEFORE INSERT ON alarm_notes
WHEN NEW.number BETWEEN 1 AND (SELECT max(number) FROM alarm_notes) OR EXISTS (SELECT 1 FROM alarm_notes WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a note of an alarm is never replaced'); END;

CREATE TABLE shift_checks (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  actor TEXT NOT NULL,
  machine TEXT,
  at_iso TEXT NOT NULL,
  checked TEXT NOT NULL
) STRICT;
CREATE TRIGGER shift_checks_are_never_changed BEFORE UPDATE ON shift_checks BEGIN SELECT RAISE(ABORT, 'a check of a shift is never changed'); END;
CREATE TRIGGER shift_checks_are_never_deleted BEFORE DELETE ON shift_checks BEGIN SELECT RAISE(ABORT, 'a check of a shift is never deleted'); END;
CREATE TRIGGER shift_checks_are_never_replaced BEFORE INSERT ON shift_checks
WHEN NEW.number BETWEEN 1 AND (SELECT max(number) FROM shift_checks) OR EXISTS (SELECT 1 FROM shift_checks WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a check of a shift is never replaced'); END;
