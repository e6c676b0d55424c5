-- Which person of the store wrote a message, who passed one on to a partner, and who has read it. What went to a partner before somebody had to pass it on stays there.
ALTER TABLE case_messages ADD COLUMN by_code TEXT;
ALTER TABLE case_messages ADD COLUMN passed_transfer_id TEXT;
ALTER TABLE case_messages ADD COLUMN passed_by TEXT;
ALTER TABLE case_messages ADD COLUMN passed_at_iso TEXT;
UPDATE case_messages SET passed_transfer_id = transfer_id, passed_by = 'store', passed_at_iso = at_iso WHERE from_whom = 'customer' AND to_whom = 'partner' AND transfer_id IS NOT NULL;

CREATE TABLE message_reads (
  message_id TEXT NOT NULL REFERENCES case_messages (id),
  person_code TEXT NOT NULL,
  at_iso TEXT NOT NULL,
  PRIMARY KEY (message_id, person_code)
) STRICT, WITHOUT ROWID;
