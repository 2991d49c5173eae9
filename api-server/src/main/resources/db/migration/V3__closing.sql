-- The ends of shops' days. Not in the journal, whose entries they point into: each holds what its till signed and where in
-- the journal it begins and ends. Totals are added up from there (docs/adr/0021-a-closing-keeps-no-totals.md).
CREATE TABLE closing (
  account   text   NOT NULL,
  number    bigint NOT NULL CHECK (number >= 1),
  first     bigint NOT NULL,           -- index of the first entry: the size of the closing before
  size      bigint NOT NULL CHECK (size > first),
  closed_at bigint NOT NULL,           -- unix seconds
  root      bytea  NOT NULL,           -- over the journal at that size
  key_id    text   NOT NULL,           -- who signed it
  jws       text   NOT NULL,           -- as it was signed
  PRIMARY KEY (account, number)
);
