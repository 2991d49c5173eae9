-- Who people are (docs/adr/0013, 0052): in a schema of its own, entered by a role of its own. What is said of a person is
-- encrypted with that person's key, which is wrapped by a master key outside the database; without it no row here tells a name.
CREATE SCHEMA identity;

CREATE TABLE identity.person (
  id          text    PRIMARY KEY,          -- random
  account     text    UNIQUE,               -- null before an account is opened for them
  wrapped_key bytea   NOT NULL,             -- the person's AES-256-GCM key
  dossier     bytea   NOT NULL,             -- what is known of them, encrypted
  version     integer NOT NULL DEFAULT 1,   -- grows by one with each change
  made_at     bigint  NOT NULL,             -- unix seconds, as are all times here
  changed_at  bigint  NOT NULL
);

-- Words by which a person is found: HMAC-SHA-256 of them under a key outside the database.
CREATE TABLE identity.blind_index (
  person text  NOT NULL REFERENCES identity.person (id) ON DELETE CASCADE,
  field  text  NOT NULL,                    -- name, email, iban or kvk
  value  bytea NOT NULL,
  PRIMARY KEY (field, value, person)
);
CREATE INDEX blind_index_person ON identity.blind_index (person);

-- Where redemptions are paid to. The journal holds the hash alone.
CREATE TABLE identity.bank_account (
  iban_hash text   PRIMARY KEY,             -- base64url of SHA-256 over salt and IBAN
  person    text   NOT NULL REFERENCES identity.person (id) ON DELETE CASCADE,
  sealed    bytea  NOT NULL,                -- IBAN, holder's name and salt, encrypted
  made_at   bigint NOT NULL
);
CREATE INDEX bank_account_person ON identity.bank_account (person);

-- Who asks to join. Their words are in the person's dossier.
CREATE TABLE identity.application (
  person     text    PRIMARY KEY REFERENCES identity.person (id) ON DELETE CASCADE,
  kind       text    NOT NULL CHECK (kind IN ('resident', 'organisation')),
  state      text    NOT NULL CHECK (state IN ('waiting', 'asked', 'approved', 'refused')),
  made_at    bigint  NOT NULL,
  decided_at bigint,                        -- also of a question
  decided_by text                           -- key of the operator
);
CREATE INDEX application_made_at ON identity.application (made_at);

-- Proofs that somebody was erased. They name the account, which names nobody any more.
CREATE TABLE identity.erasure (
  account   text   PRIMARY KEY,
  erased_at bigint NOT NULL,
  jws       text   NOT NULL                 -- as the server signed it
);
