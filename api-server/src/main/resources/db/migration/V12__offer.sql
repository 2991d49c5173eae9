-- Which payment requests a shop has put on a person's phone (docs/adr/0031). Who was asked where is nobody's business later:
-- rows go with the first offer that is made after they have expired.
CREATE TABLE payment_request_offer (
  request    text   NOT NULL REFERENCES payment_request (id) ON DELETE CASCADE,
  account    text   NOT NULL,  -- whose phone
  offered_at bigint NOT NULL,  -- unix seconds, the last time
  expires_at bigint NOT NULL,  -- the request's, or a quarter of an hour later
  times      integer NOT NULL DEFAULT 1,
  PRIMARY KEY (request, account)
);
CREATE INDEX payment_request_offer_account ON payment_request_offer (account, offered_at);
CREATE INDEX payment_request_offer_expiry ON payment_request_offer (expires_at);
