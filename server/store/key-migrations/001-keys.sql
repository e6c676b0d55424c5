-- The keys of personal data, each wrapped by the store key. A row that is deleted is overwritten (secure_delete).
CREATE TABLE keys (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  nonce BLOB NOT NULL CHECK (length(nonce) = 12),
  wrapped BLOB NOT NULL CHECK (length(wrapped) = 48),
  made_at_iso TEXT NOT NULL,
  UNIQUE (case_id, kind)
) STRICT;

-- Shows whether store key and database are those that the keys were made for.
CREATE TABLE belongs_to (
  number INTEGER PRIMARY KEY CHECK (number = 1),
  database_id TEXT NOT NULL,
  nonce BLOB NOT NULL,
  sealed BLOB NOT NULL
) STRICT;
