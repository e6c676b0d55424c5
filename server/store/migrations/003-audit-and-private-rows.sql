-- Who did what, when, from where and why. Only ever added to, at the end; each entry carries a hash over itself and the one before.
CREATE TABLE audit (
  number INTEGER PRIMARY KEY,
  at_iso TEXT NOT NULL,
  who_kind TEXT NOT NULL,
  who_name TEXT NOT NULL,
  what TEXT NOT NULL,
  subject TEXT,
  why TEXT,
  address TEXT NOT NULL,
  machine TEXT,
  detail TEXT NOT NULL CHECK (json_valid(detail)),
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
CREATE INDEX audit_by_subject ON audit (subject, number) WHERE subject IS NOT NULL;
CREATE INDEX audit_by_who ON audit (who_name, number);
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is never changed'); END;
CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is never deleted'); END;
-- INSERT OR REPLACE would delete a row without asking the trigger above.
CREATE TRIGGER audit_grows_at_its_end BEFORE INSERT ON audit WHEN NEW.number <= (SELECT max(number) FROM audit)
BEGIN SELECT RAISE(ABORT, 'the audit grows only at its end'); END;

-- What is personal, sealed under a key of its case. The keys are in another file, so that this one may be kept and copied.
CREATE TABLE private_cases (
  case_id TEXT PRIMARY KEY,
  -- From here on the times run after which each kind goes; null while the case is open.
  settled_at_iso TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE private_rows (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES private_cases (case_id),
  kind TEXT NOT NULL,
  key_id TEXT NOT NULL,
  nonce BLOB NOT NULL CHECK (length(nonce) = 12),
  sealed BLOB NOT NULL CHECK (length(sealed) >= 16),
  written_at_iso TEXT NOT NULL
) STRICT;
CREATE INDEX private_rows_by_case ON private_rows (case_id, kind, written_at_iso);

-- An order that what is personal in a case must not be erased, as a court or a dispute demands. Released, never deleted.
CREATE TABLE keep_orders (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES private_cases (case_id),
  why TEXT NOT NULL,
  placed_by TEXT NOT NULL,
  placed_at_iso TEXT NOT NULL,
  released_by TEXT,
  released_at_iso TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX keep_orders_open ON keep_orders (case_id) WHERE released_at_iso IS NULL;

-- What was erased. At every start its keys are taken away again, should an old copy of them have been put back.
CREATE TABLE erasures (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id TEXT NOT NULL,
  -- Null: everything of the case.
  kind TEXT,
  -- The key that was destroyed where only one kind went; null: every key of the case.
  key_id TEXT,
  erased_by TEXT NOT NULL,
  why TEXT NOT NULL,
  erased_at_iso TEXT NOT NULL,
  final_at_iso TEXT NOT NULL
) STRICT;
CREATE INDEX erasures_by_case ON erasures (case_id, number);
CREATE TRIGGER erasures_are_never_changed BEFORE UPDATE ON erasures BEGIN SELECT RAISE(ABORT, 'an erasure is never changed'); END;
CREATE TRIGGER erasures_are_never_deleted BEFORE DELETE ON erasures BEGIN SELECT RAISE(ABORT, 'an erasure is never deleted'); END;
