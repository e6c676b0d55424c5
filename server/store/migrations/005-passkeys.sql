-- Passkeys of people: only what is public of a key. A removed one is gone; that it was there stands in the audit.
CREATE TABLE passkeys (
  id TEXT PRIMARY KEY,
  person TEXT NOT NULL REFERENCES people (id),
  credential TEXT NOT NULL UNIQUE CHECK (length(credential) BETWEEN 1 AND 1400),
  public_key BLOB NOT NULL,
  sign_counter INTEGER NOT NULL CHECK (sign_counter >= 0),
  transports TEXT NOT NULL CHECK (json_valid(transports)),
  host TEXT NOT NULL,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 2 AND 60),
  created_at_iso TEXT NOT NULL,
  last_used_at_iso TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX passkeys_of_person ON passkeys (person);
