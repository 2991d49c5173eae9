-- Which entry names which bank line, also before the bank's file with that line has come: a file that is brought late finds here
-- what was booked against its lines. It follows from the journal, which is read once more from its start.
CREATE TABLE bank_booking (
  key   text   PRIMARY KEY,            -- of the line, as the order names it
  entry bigint NOT NULL
);
UPDATE bank_cursor SET next = 0;

-- What people decided about lines that no order books by itself: money that went back, what the bank took back, costs; and why a
-- line was matched by hand (docs/adr/0054). Rows are added, and closed once.
CREATE TABLE bank_decision (
  id         uuid   PRIMARY KEY,       -- of a match: of the order that issues
  kind       text   NOT NULL CHECK (kind IN ('match', 'return', 'reversal', 'costs', 'own-money')),
  reason     text   NOT NULL,
  key_id     text   NOT NULL,          -- of who said it first
  made_at    bigint NOT NULL,          -- unix seconds
  jws        text   NOT NULL,          -- their words
  state      text   NOT NULL CHECK (state IN ('noted', 'open', 'agreed', 'withdrawn')),
  second_key text,
  decided_at bigint,                   -- unix seconds
  second_jws text,
  CHECK ((state = 'agreed') = (second_jws IS NOT NULL))
);

CREATE TABLE bank_decision_line (
  decision uuid     NOT NULL REFERENCES bank_decision,
  line     text     NOT NULL REFERENCES bank_line (key),
  position smallint NOT NULL,          -- from 0
  closes   boolean  NOT NULL,          -- not of a match, and not once it is withdrawn
  PRIMARY KEY (decision, position)
);
-- Two people at once: whoever is second finds it taken.
CREATE UNIQUE INDEX bank_decision_line_closes ON bank_decision_line (line) WHERE closes;
