-- What an applicant reads of a decision, by a code of their own; and what retention has ended (docs/adr/0064).
ALTER TABLE identity.application
  ADD COLUMN is_opened  boolean NOT NULL DEFAULT false, -- whether the account that it was approved with is there
  ADD COLUMN reason     text,                           -- why it was refused, from a list
  ADD COLUMN words      bytea,                          -- the office's own words about that, encrypted with the person's key
  ADD COLUMN code_index bytea UNIQUE;                   -- HMAC-SHA-256 of the applicant's code
CREATE INDEX application_unfinished ON identity.application (made_at, person) WHERE NOT is_opened;

-- Personal parts of the bank's lines and files end after their term; the rest of them stays as it was.
ALTER TABLE bank_line ADD COLUMN is_blank boolean NOT NULL DEFAULT false;
ALTER TABLE bank_file ADD COLUMN is_blank boolean NOT NULL DEFAULT false;

-- How much retention has ended, and nobody's name: signed by the server's key, as a proof that it was done.
CREATE TABLE retention_run (
  ran_at bigint PRIMARY KEY,  -- unix seconds
  jws    text   NOT NULL
);
