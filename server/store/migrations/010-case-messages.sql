-- What customer, partner and store write to one another through a case. The words lie sealed among the personal data; here only from whom to whom.
CREATE TABLE case_messages (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL,
  from_whom TEXT NOT NULL CHECK (from_whom IN ('customer', 'partner', 'store')),
  to_whom TEXT NOT NULL CHECK (to_whom IN ('customer', 'partner', 'store')),
  -- Of which handover, where a partner is meant.
  transfer_id TEXT,
  row_id TEXT NOT NULL,
  asks_call INTEGER NOT NULL CHECK (asks_call IN (0, 1)),
  at_iso TEXT NOT NULL
) STRICT;
CREATE INDEX case_messages_by_case ON case_messages (case_id, at_iso);
