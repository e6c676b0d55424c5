-- Cases as the fold over their custody events gives them. Everything down to the partners can be made again from the chain.
CREATE TABLE cases (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  stage TEXT NOT NULL,
  last_seq INTEGER NOT NULL CHECK (last_seq >= 1),
  last_at_iso TEXT NOT NULL,
  filed_by_id TEXT,
  -- Whether the benches have to know something of it.
  tells_benches INTEGER NOT NULL CHECK (tells_benches IN (0, 1)),
  state TEXT NOT NULL CHECK (json_valid(state))
) STRICT;
CREATE INDEX cases_by_stage ON cases (stage, id);
CREATE INDEX cases_that_tell ON cases (id) WHERE tells_benches = 1;
CREATE INDEX cases_by_agent ON cases (filed_by_id, id) WHERE filed_by_id IS NOT NULL;

-- Every identifier that a device of a case has or had.
CREATE TABLE case_devices (
  kind TEXT NOT NULL CHECK (kind IN ('serial', 'imei', 'ecid')),
  value TEXT NOT NULL,
  case_id TEXT NOT NULL REFERENCES cases (id),
  device_id TEXT NOT NULL,
  PRIMARY KEY (kind, value, case_id, device_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_devices_by_case ON case_devices (case_id);

CREATE TABLE case_holds (
  hold_id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases (id),
  -- Of the stop that placed it, if one did.
  rig TEXT,
  stop_id TEXT,
  bench TEXT,
  -- The facts that first said so; what a bridge knows is told by their version.
  first_version INTEGER NOT NULL CHECK (first_version >= 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_holds_by_case ON case_holds (case_id);
CREATE INDEX case_holds_by_stop ON case_holds (stop_id) WHERE stop_id IS NOT NULL;

CREATE TABLE case_handoffs (
  transfer_id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases (id),
  partner_id TEXT NOT NULL,
  devices INTEGER NOT NULL CHECK (devices >= 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_handoffs_by_partner ON case_handoffs (partner_id);
CREATE INDEX case_handoffs_by_case ON case_handoffs (case_id);

-- What was sent, so that the same act sent twice is done once. The second digest is over what was personal in it, under a key.
CREATE TABLE case_acts (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL,
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  private_digest TEXT CHECK (length(private_digest) = 64)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_acts_by_case ON case_acts (case_id) WHERE private_digest IS NOT NULL;

-- For the search by name: parts of names under a key that lies elsewhere. They go with what they were made from.
CREATE TABLE name_tokens (
  token TEXT NOT NULL CHECK (length(token) = 64),
  case_id TEXT NOT NULL,
  PRIMARY KEY (token, case_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_tokens_by_case ON name_tokens (case_id);
CREATE TRIGGER what_was_made_of_personal_data_goes_with_it AFTER INSERT ON erasures BEGIN
  DELETE FROM name_tokens WHERE case_id = NEW.case_id AND (NEW.kind IS NULL OR NEW.kind = 'contact');
  UPDATE case_acts SET private_digest = NULL WHERE case_id = NEW.case_id;
END;

CREATE TABLE partners (
  id TEXT PRIMARY KEY,
  body TEXT NOT NULL CHECK (json_valid(body)),
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  created_at_iso TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Of a link only hashes are kept: who reads this table can open none.
CREATE TABLE case_links (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL,
  whom TEXT NOT NULL CHECK (whom IN ('customer', 'partner')),
  transfer_id TEXT,
  token_hash TEXT NOT NULL UNIQUE,
  pin_hash TEXT,
  made_at_iso TEXT NOT NULL,
  expires_at_iso TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  blocked_until_iso TEXT,
  revoked_at_iso TEXT,
  last_used_at_iso TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX case_links_by_case ON case_links (case_id);
