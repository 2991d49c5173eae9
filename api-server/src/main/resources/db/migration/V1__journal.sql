-- Columns stand in the order that wastes no bytes on alignment: an entry with two postings takes
-- about 1.2 kB with its indexes (docs/adr/0008-postgresql-only.md).

-- The journal: what was decided, in order. Only ever added to; the writer's role can do nothing else.
CREATE TABLE journal_entry (
  index     bigint PRIMARY KEY,
  booked_at bigint NOT NULL,           -- unix microseconds
  order_id  uuid   NOT NULL UNIQUE,
  refers_to uuid,                      -- the earlier order that a refund, payout, capture or release is about
  kind      text   NOT NULL,
  reason    text,                      -- why refused; null when posted
  leaf      bytea  NOT NULL            -- the entry as it is hashed: canonical JSON
);
-- Signatures and hashes do not compress; trying takes time.
ALTER TABLE journal_entry ALTER COLUMN leaf SET STORAGE EXTERNAL;
CREATE INDEX journal_entry_refers_to ON journal_entry (refers_to) WHERE refers_to IS NOT NULL;

-- The signed head: one row, moved on by compare-and-set. Whoever moves it is the only writer.
CREATE TABLE journal_head (
  only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  size       bigint NOT NULL,
  checkpoint text   NOT NULL           -- signed note, C2SP tlog-checkpoint; empty at size 0
) WITH (fillfactor = 10);
INSERT INTO journal_head (size, checkpoint) VALUES (0, '');

-- What follows is derived from the journal, and rebuilt from it by `omloop rebuild`.

-- The lines of entries. No primary key: the entry's own key is one, and a second index of this size would cost a
-- tenth of the whole.
CREATE TABLE posting (
  index   bigint   NOT NULL,
  amount  bigint   NOT NULL,           -- minor units, 1 or more
  line    smallint NOT NULL,           -- from 0, in the order of the entry
  debit   boolean  NOT NULL,
  account text     NOT NULL
);
CREATE INDEX posting_account ON posting (account, index);

CREATE TABLE account (
  id           text    PRIMARY KEY,
  type         text    NOT NULL,
  role         text    NOT NULL,
  sector       text    NOT NULL,
  area         text    NOT NULL,
  level        integer NOT NULL,
  status       text    NOT NULL,
  balance      bigint  NOT NULL,       -- credits less debits, in minor units
  held         bigint  NOT NULL,
  credit_limit bigint  NOT NULL
) WITH (fillfactor = 50);              -- a new balance finds room beside the old one, and touches no index

CREATE TABLE account_key (
  key_id     text    PRIMARY KEY,      -- RFC 7638 thumbprint
  account    text    NOT NULL,
  public_key text    NOT NULL,
  rights     text    NOT NULL,         -- separated by spaces
  holder     text    NOT NULL,
  label      text    NOT NULL,
  per_order  bigint,
  per_day    bigint,
  revoked    boolean NOT NULL
);
CREATE INDEX account_key_account ON account_key (account);

CREATE TABLE hash_tile (
  tile   bigint   NOT NULL,
  level  smallint NOT NULL,
  hashes bytea    NOT NULL,            -- 256 hashes of 32 bytes; the partial tile at the edge is computed
  PRIMARY KEY (level, tile)
);
ALTER TABLE hash_tile ALTER COLUMN hashes SET STORAGE EXTERNAL;
