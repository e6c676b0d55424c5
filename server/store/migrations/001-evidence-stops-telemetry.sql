-- Evidence is the truth and is only ever added to. Stops and holds are projections of it and can be rebuilt.
CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  bridge TEXT NOT NULL,
  boot_id TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq >= 1),
  event_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  bench TEXT,
  stop_id TEXT,
  at_iso TEXT NOT NULL,
  received_at_iso TEXT NOT NULL,
  raw TEXT NOT NULL,
  UNIQUE (bridge, boot_id, seq)
) STRICT;
CREATE INDEX evidence_by_bench ON evidence (bench, id);
CREATE INDEX evidence_by_kind ON evidence (kind, id);
CREATE INDEX evidence_by_stop ON evidence (stop_id, id) WHERE stop_id IS NOT NULL;
CREATE TRIGGER evidence_is_never_changed BEFORE UPDATE ON evidence BEGIN SELECT RAISE(ABORT, 'evidence is never changed'); END;
CREATE TRIGGER evidence_is_never_deleted BEFORE DELETE ON evidence BEGIN SELECT RAISE(ABORT, 'evidence is never deleted'); END;

-- Reports whose envelope this release cannot read, or that reuse a number with other content.
CREATE TABLE unreadable_reports (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  bridge TEXT NOT NULL,
  outbox_seq INTEGER NOT NULL,
  received_at_iso TEXT NOT NULL,
  why TEXT NOT NULL,
  raw TEXT NOT NULL,
  UNIQUE (bridge, outbox_seq, raw)
) STRICT;

CREATE TABLE stops (
  first_evidence_id INTEGER PRIMARY KEY,
  rig TEXT,
  stop_id TEXT NOT NULL,
  bench TEXT NOT NULL,
  device TEXT CHECK (device IS NULL OR json_valid(device)),
  trip TEXT NOT NULL CHECK (json_valid(trip)),
  recovered INTEGER NOT NULL CHECK (recovered IN (0, 1)),
  recorded_at_iso TEXT NOT NULL,
  reset TEXT CHECK (reset IS NULL OR json_valid(reset)),
  UNIQUE (rig, stop_id)
) STRICT;
CREATE INDEX stops_by_stop_id ON stops (stop_id);
CREATE INDEX stops_by_bench ON stops (bench, first_evidence_id);

CREATE TABLE holds (
  id TEXT PRIMARY KEY,
  stop_id TEXT NOT NULL,
  device TEXT NOT NULL CHECK (json_valid(device)),
  code TEXT NOT NULL,
  placed_at_iso TEXT NOT NULL,
  released_at_iso TEXT,
  released_by TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX holds_by_stop_id ON holds (stop_id);
CREATE INDEX holds_active ON holds (id) WHERE released_at_iso IS NULL;

CREATE TABLE telemetry_1s (
  bench TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  deviation_min_um INTEGER,
  deviation_max_um INTEGER,
  deviation_last_um INTEGER,
  battery_last_pct INTEGER,
  samples INTEGER NOT NULL,
  PRIMARY KEY (bench, at_ms)
) STRICT, WITHOUT ROWID;

CREATE TABLE telemetry_1m (
  bench TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  deviation_min_um INTEGER,
  deviation_max_um INTEGER,
  deviation_last_um INTEGER,
  battery_last_pct INTEGER,
  samples INTEGER NOT NULL,
  PRIMARY KEY (bench, at_ms)
) STRICT, WITHOUT ROWID;
