-- What payees ask for. Not in the journal: a request that nobody pays leaves no trace there. Whether one is paid, the
-- journal alone says: its entry refers to the request by the first 128 bits of its id.
CREATE TABLE payment_request (
  id            text   PRIMARY KEY,    -- 26 of Crockford's base32: the first 130 bits of the terms' SHA-256
  name          uuid   NOT NULL,       -- the first 128 of these
  payee         text   NOT NULL,
  key_id        text   NOT NULL,       -- who signed it
  jws           text   NOT NULL,       -- as the payee signed it
  made_at       bigint NOT NULL,       -- unix seconds, as are the next
  expires_at    bigint NOT NULL,
  withdrawn_at  bigint,
  claimed_by    text,                  -- the account whose wallet is confirming
  claimed_until bigint,
  paying        uuid,                  -- the order that went to the ledger last
  paying_until  bigint                 -- when that is dead
);
CREATE INDEX payment_request_payee ON payment_request (payee, made_at);
