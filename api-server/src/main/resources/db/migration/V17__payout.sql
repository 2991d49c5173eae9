-- Payouts on their way to the bank. No names and no account numbers of members: the file is made anew from these rows and
-- from members' data, and must have the SHA-256 that was approved (docs/adr/0050). Whether the bank paid is in the journal.
CREATE TABLE payout_batch (
  batch          uuid   PRIMARY KEY,
  drafted_at     bigint NOT NULL,   -- unix seconds
  key_id         text   NOT NULL,   -- of the drafter
  execution_date date   NOT NULL,
  form           text   NOT NULL,   -- pain.001.001.09 or .03
  debtor_name    text   NOT NULL,   -- the circuit's own
  debtor_iban    text   NOT NULL,
  jws            text   NOT NULL    -- as the drafter signed it
);
CREATE INDEX payout_batch_drafted_at ON payout_batch (drafted_at);

CREATE TABLE payout_item (
  batch    uuid     NOT NULL REFERENCES payout_batch,
  order_id uuid     NOT NULL,       -- of the redemption
  position smallint NOT NULL,       -- from 0
  free     boolean  NOT NULL DEFAULT false,   -- the batch was sent back
  PRIMARY KEY (batch, position)
);
-- Two operators at once: whoever is second finds it taken.
CREATE UNIQUE INDEX payout_item_order ON payout_item (order_id) WHERE NOT free;

-- What was done with a batch, in order. Two at once want the same number, and one of them gets it.
CREATE TABLE payout_step (
  batch  uuid     NOT NULL REFERENCES payout_batch,
  number smallint NOT NULL,         -- from 1
  kind   text     NOT NULL CHECK (kind IN ('approved', 'sent-back', 'exported')),
  key_id text     NOT NULL,
  at     bigint   NOT NULL,         -- unix seconds
  sha256 text     NOT NULL,         -- of the file, hexadecimal
  reason text     NOT NULL,
  jws    text     NOT NULL,         -- as it was signed; empty for an export
  PRIMARY KEY (batch, number),
  UNIQUE (batch, kind)
);
