-- Where programs of members are told that a payment request was paid (docs/adr/0024). No secret stands here: the keys that
-- sign follow from the server's own key, the endpoint's id and its generation.
CREATE TABLE webhook_endpoint (
  id            text    PRIMARY KEY,
  account       text    NOT NULL,
  url           text    NOT NULL,
  base          text    NOT NULL,   -- where this server answered when the endpoint was made: receipts are there
  generation    integer NOT NULL,   -- counts rotations
  shares_secret boolean NOT NULL,   -- whether a shared secret signs beside the key pair
  first_entry   bigint  NOT NULL,   -- what was booked before is not told
  made_at       bigint  NOT NULL,   -- unix seconds, as are the next
  rotated_at    bigint,
  resumes_at    bigint,             -- it asked to be sent less; nothing is tried before
  disabled_at   bigint,             -- it answered 410
  removed_at    bigint
);
CREATE INDEX webhook_endpoint_account ON webhook_endpoint (account, made_at);
-- Nobody is told twice at one address.
CREATE UNIQUE INDEX webhook_endpoint_url ON webhook_endpoint (account, url)
  WHERE disabled_at IS NULL AND removed_at IS NULL;

CREATE TABLE webhook_delivery (
  entry        bigint  NOT NULL,    -- which paid
  made_at      bigint  NOT NULL,    -- unix seconds, as are the next
  next_at      bigint,              -- when it is tried; null: no more
  tried_at     bigint,
  delivered_at bigint,
  tries        integer NOT NULL DEFAULT 0,
  status       integer,             -- what the last try was answered
  endpoint     text    NOT NULL REFERENCES webhook_endpoint (id),
  request      text    NOT NULL,
  trouble      text,                -- why the last try was not answered
  PRIMARY KEY (endpoint, entry)
);
CREATE INDEX webhook_delivery_next ON webhook_delivery (next_at) WHERE next_at IS NOT NULL;

-- The first entry not looked at yet. It moves in the statement that adds the deliveries.
CREATE TABLE webhook_cursor (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  next     bigint  NOT NULL
);
INSERT INTO webhook_cursor (next) SELECT size FROM journal_head;

-- Entries name a request by this.
CREATE INDEX payment_request_name ON payment_request (name);
