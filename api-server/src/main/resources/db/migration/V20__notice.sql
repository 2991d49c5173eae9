-- What members and the office are told (docs/adr/0049). No address and no text stands here: whom to mail is looked up in the
-- schema identity when a notice is sent, and what it says is written then.
CREATE TABLE notice (
  id         bigint  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  made_at    bigint  NOT NULL,          -- when it happened; unix seconds, as are the next
  noted_at   bigint  NOT NULL,
  due_at     bigint,                    -- when a mail is tried; null: none is, or none any more
  tries      integer NOT NULL DEFAULT 0,
  status     integer,                   -- what the mail server answered the last try
  is_planned boolean NOT NULL DEFAULT false, -- whether the recipient's choice has been looked at
  is_daily   boolean NOT NULL DEFAULT false, -- goes into one mail with the others that are due then
  recipient  text    NOT NULL,          -- an account; of an application the random name of who asks
  kind       text    NOT NULL,
  about      text    NOT NULL,          -- the entry or month it tells of; may be empty
  language   text,                      -- null: as the recipient chose
  outcome    text,                      -- sent, refused or given-up; null: waits, or was never to be mailed
  UNIQUE (recipient, kind, about)
);
CREATE INDEX notice_due ON notice (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX notice_fresh ON notice (id) WHERE NOT is_planned;
CREATE INDEX notice_failed ON notice (id) WHERE outcome IN ('refused', 'given-up');
CREATE INDEX notice_noted_at ON notice (noted_at);

-- Up to where somebody has read what they were told.
CREATE TABLE notice_read (
  account text   PRIMARY KEY,
  until   bigint NOT NULL               -- the last notice that was seen
);

-- The first entry not looked at yet. It moves in the transaction that adds the notices.
CREATE TABLE notice_cursor (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  next     bigint  NOT NULL
);
INSERT INTO notice_cursor (next) SELECT size FROM journal_head;

-- Where somebody wants mail, and what. Addresses are encrypted with the person's key.
CREATE TABLE identity.mailbox (
  person     text    PRIMARY KEY REFERENCES identity.person (id) ON DELETE CASCADE,
  address    bytea,                     -- confirmed; null: none yet
  pending    bytea,                     -- waits for its code
  nonce      text    NOT NULL,          -- the code follows from it and from a key outside the database
  asked_at   bigint  NOT NULL,          -- when the code was asked for; 0: none is
  wrong      integer NOT NULL DEFAULT 0, -- how often another code was given
  language   text    NOT NULL CHECK (language IN ('nl', 'en')),
  events     text    NOT NULL CHECK (events IN ('none', 'at-once', 'daily')),
  statement  text    NOT NULL CHECK (statement IN ('none', 'pdf', 'csv', 'camt', 'mt940')),
  stop_token text    NOT NULL UNIQUE    -- random; ends all but what is about safety
);
