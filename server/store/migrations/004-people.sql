-- People, machines and what they have shown. A person is never deleted: evidence and audit name them for ever by their code.
CREATE TABLE people (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 2 AND 80),
  user TEXT NOT NULL UNIQUE,
  roles TEXT NOT NULL CHECK (json_valid(roles)),
  password_hash TEXT,
  pin_hash TEXT,
  badge_hash TEXT UNIQUE,
  totp_secret TEXT,
  totp_last_step INTEGER NOT NULL DEFAULT -1,
  created_at_iso TEXT NOT NULL,
  left_at_iso TEXT,
  last_sign_in_at_iso TEXT
) STRICT, WITHOUT ROWID;
CREATE TRIGGER people_are_never_deleted BEFORE DELETE ON people BEGIN SELECT RAISE(ABORT, 'a person is never deleted'); END;
CREATE TRIGGER people_keep_their_code BEFORE UPDATE OF id, code, created_at_iso ON people BEGIN SELECT RAISE(ABORT, 'a person keeps id and code'); END;

CREATE TABLE machines (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('bridge', 'bench-pc', 'wall-board', 'integration')),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 2 AND 60),
  scopes TEXT NOT NULL CHECK (json_valid(scopes)),
  token_hash TEXT NOT NULL UNIQUE,
  created_at_iso TEXT NOT NULL,
  created_by TEXT NOT NULL,
  last_used_at_iso TEXT,
  revoked_at_iso TEXT
) STRICT, WITHOUT ROWID;
CREATE TRIGGER machines_are_never_deleted BEFORE DELETE ON machines BEGIN SELECT RAISE(ABORT, 'a machine is never deleted'); END;
CREATE TRIGGER revoked_machines_stay_revoked BEFORE UPDATE OF revoked_at_iso ON machines WHEN OLD.revoked_at_iso IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a revoked machine stays revoked'); END;

CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  person TEXT NOT NULL REFERENCES people (id),
  machine TEXT REFERENCES machines (id),
  strength TEXT NOT NULL CHECK (strength IN ('quick', 'password', 'two-factor')),
  began_at_ms INTEGER NOT NULL,
  last_active_at_ms INTEGER NOT NULL,
  idle_limit_ms INTEGER NOT NULL CHECK (idle_limit_ms > 0),
  ends_at_ms INTEGER NOT NULL,
  ended_at_ms INTEGER,
  why_ended TEXT,
  address TEXT NOT NULL,
  program TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_of_person ON sessions (person) WHERE ended_at_ms IS NULL;

-- Proof that one person confirmed one act on one subject, just now. Works once.
CREATE TABLE confirmations (
  token_hash TEXT PRIMARY KEY,
  person TEXT NOT NULL REFERENCES people (id),
  act TEXT NOT NULL,
  subject TEXT NOT NULL,
  strength TEXT NOT NULL,
  made_at_ms INTEGER NOT NULL,
  expires_at_ms INTEGER NOT NULL,
  used_at_ms INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE one_time_links (
  token_hash TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('first-admin', 'new-password')),
  person TEXT REFERENCES people (id),
  expires_at_ms INTEGER NOT NULL,
  used_at_ms INTEGER
) STRICT, WITHOUT ROWID;

-- Words that one shift leaves for the next. Only ever added to.
CREATE TABLE handovers (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  machine TEXT NOT NULL REFERENCES machines (id),
  gone TEXT NOT NULL REFERENCES people (id),
  come TEXT NOT NULL REFERENCES people (id),
  words TEXT CHECK (words IS NULL OR length(words) BETWEEN 1 AND 500),
  at_iso TEXT NOT NULL
) STRICT;
