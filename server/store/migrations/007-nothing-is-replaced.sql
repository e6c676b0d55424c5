-- INSERT OR REPLACE deletes a row without asking a trigger that forbids to delete. Where SQLite gives the number itself, it is not positive here.
CREATE TRIGGER evidence_is_never_replaced BEFORE INSERT ON evidence WHEN NEW.id BETWEEN 1 AND (SELECT max(id) FROM evidence)
BEGIN SELECT RAISE(ABORT, 'evidence is never replaced'); END;
-- A report that is sent again meets this on its ordinary way: it is passed over, as its insert asks for.
CREATE TRIGGER evidence_comes_once BEFORE INSERT ON evidence
WHEN EXISTS (SELECT 1 FROM evidence WHERE bridge = NEW.bridge AND boot_id = NEW.boot_id AND seq = NEW.seq)
BEGIN SELECT RAISE(IGNORE); END;
CREATE TRIGGER judgements_are_never_replaced BEFORE INSERT ON judgements
WHEN NEW.number BETWEEN 1 AND (SELECT max(number) FROM judgements) OR EXISTS (SELECT 1 FROM judgements WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a judgement is never replaced'); END;
CREATE TRIGGER erasures_are_never_replaced BEFORE INSERT ON erasures WHEN NEW.number BETWEEN 1 AND (SELECT max(number) FROM erasures)
BEGIN SELECT RAISE(ABORT, 'an erasure is never replaced'); END;
