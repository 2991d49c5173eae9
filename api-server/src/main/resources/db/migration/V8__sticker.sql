-- Printed codes that stay: each names a payee and, if wished, a price. A code that was replaced stays known, so that whoever
-- scans it is told so.
CREATE TABLE sticker (
  id          text   PRIMARY KEY,  -- 10 of Crockford's base32
  payee       text   NOT NULL,
  amount      bigint,              -- the price in minor units; null: the payer fills it in
  text        text,                -- what it is for
  made_at     bigint NOT NULL,     -- unix seconds, as is the next
  replaced_at bigint,
  jws         text   NOT NULL      -- as the payee signed it
);
CREATE INDEX sticker_payee ON sticker (payee, made_at);
