-- Mails that wait or have ended. Address and text are not here: they lie sealed in a private row under a key of their case.
CREATE TABLE mail_outbox (
  -- Given by whoever puts it in: the same mail put in again is the same mail.
  id TEXT PRIMARY KEY CHECK (length(id) = 36),
  case_id TEXT,
  -- Whose key seals it; of a mail that belongs to no case a name of its own, erased when the mail has ended.
  private_case TEXT NOT NULL,
  private_row TEXT NOT NULL UNIQUE,
  template TEXT NOT NULL,
  to_whom TEXT NOT NULL CHECK (to_whom IN ('customer', 'agent', 'partner', 'staff')),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'cancelled')),
  attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  put_at_ms INTEGER NOT NULL,
  next_at_ms INTEGER CHECK ((next_at_ms IS NOT NULL) = (state = 'waiting')),
  ended_at_ms INTEGER CHECK ((ended_at_ms IS NULL) = (state IN ('waiting', 'sending'))),
  problem TEXT,
  -- Of the mail server, with addresses cut out.
  answer TEXT,
  -- Whether its end was told to whoever follows it.
  told INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX mail_outbox_due ON mail_outbox (next_at_ms) WHERE state = 'waiting';
CREATE INDEX mail_outbox_of_case ON mail_outbox (case_id, put_at_ms) WHERE case_id IS NOT NULL;
CREATE INDEX mail_outbox_untold ON mail_outbox (ended_at_ms) WHERE told = 0 AND state IN ('sent', 'failed');
CREATE TRIGGER mail_that_ended_stays BEFORE UPDATE OF id, case_id, template, to_whom, state, attempts, put_at_ms, ended_at_ms, problem, answer ON mail_outbox
WHEN OLD.ended_at_ms IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a mail that ended stays so'); END;
CREATE TRIGGER mail_is_never_deleted BEFORE DELETE ON mail_outbox BEGIN SELECT RAISE(ABORT, 'a mail is never deleted'); END;
CREATE TRIGGER mail_is_never_replaced BEFORE INSERT ON mail_outbox WHEN EXISTS (SELECT 1 FROM mail_outbox WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a mail is never replaced'); END;
