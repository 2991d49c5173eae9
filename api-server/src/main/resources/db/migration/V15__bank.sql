-- The reserve's bank account: files as the bank sent them, what they state, and for whom each line is. What banks tell of
-- payers is sealed under a key outside the database (docs/adr/0048); amounts are euro cents.
CREATE TABLE bank_file (
  hash        text   PRIMARY KEY,   -- SHA-256, base64url
  sealed      bytea  NOT NULL,      -- the file, whole
  brought_by  text   NOT NULL,      -- a key; empty: the watched folder
  received_at bigint NOT NULL       -- unix seconds
);

CREATE TABLE bank_statement (
  id                text    NOT NULL,  -- the bank's name for it
  page              integer NOT NULL,
  file              text    NOT NULL REFERENCES bank_file (hash),
  is_held           boolean NOT NULL,  -- waits for what comes before it
  number            bigint,            -- in the journal's count
  electronic_number bigint,            -- in the bank's count
  iban              text    NOT NULL,
  opening_date      date    NOT NULL,
  closing_date      date    NOT NULL,
  opening           bigint  NOT NULL,
  credits           bigint  NOT NULL,
  debits            bigint  NOT NULL,
  closing           bigint  NOT NULL,
  order_id          uuid    UNIQUE,    -- the order that states it in the journal
  jws               text,              -- its bytes, sent until the journal has them
  PRIMARY KEY (id, page),
  CHECK (is_held = (jws IS NULL))
);

CREATE TABLE bank_line (
  key         text    PRIMARY KEY,     -- an order's bank reference
  statement   text    NOT NULL,
  position    integer NOT NULL,
  booked_on   date    NOT NULL,
  valued_on   date    NOT NULL,
  cents       bigint  NOT NULL CHECK (cents > 0),
  is_credit   boolean NOT NULL,
  is_reversal boolean NOT NULL,
  bank_ref    text    NOT NULL,
  return_reason text  NOT NULL,
  adds_up     boolean NOT NULL,
  sealed      bytea   NOT NULL,        -- name, account, text and references of the other side
  other_index text,                    -- finds the other side's account, and tells nobody which it is
  account     text,                    -- whom it is for; with a reason: whom it may be for
  reason      text    NOT NULL,        -- why somebody has to look; empty: it is matched
  entry       bigint                   -- which books it
);
CREATE INDEX bank_line_open ON bank_line (booked_on, key) WHERE entry IS NULL;
CREATE INDEX bank_line_other ON bank_line (other_index) WHERE entry IS NOT NULL;

CREATE TABLE top_up_reference (
  reference  text   PRIMARY KEY,
  account    text   NOT NULL,
  cents      bigint,                   -- null: standing, any amount
  expires_at bigint,                   -- unix seconds; null: standing
  made_at    bigint NOT NULL
);
CREATE UNIQUE INDEX top_up_reference_standing ON top_up_reference (account) WHERE cents IS NULL;

-- The first entry not looked at yet.
CREATE TABLE bank_cursor (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  next     bigint  NOT NULL
);
INSERT INTO bank_cursor (next) SELECT size FROM journal_head;
