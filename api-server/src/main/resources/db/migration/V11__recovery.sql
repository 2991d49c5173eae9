-- A key that operators gave to a member who had one before waits (docs/adr/0032).
ALTER TABLE account_key ADD COLUMN active_from bigint NOT NULL DEFAULT 0; -- unix seconds; 0: at once

-- Orders that one operator has signed and that wait for another's signature. They count for nothing here: only the
-- journal decides.
CREATE TABLE proposal (
  order_id     uuid   PRIMARY KEY,
  made_at      bigint NOT NULL,     -- unix seconds, as are the next
  expires_at   bigint NOT NULL,
  withdrawn_at bigint,
  key_id       text   NOT NULL,     -- of the operator who made it
  jws          text   NOT NULL      -- as that operator signed it
);
CREATE INDEX proposal_made_at ON proposal (made_at) WHERE withdrawn_at IS NULL;
