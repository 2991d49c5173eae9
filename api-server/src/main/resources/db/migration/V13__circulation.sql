-- What was published about how money goes round (docs/adr/0037). An edition is never changed and never taken back.
CREATE TABLE circulation_edition (
  period  text    NOT NULL,   -- 2026-03, 2026-Q1 or 2026
  tier    text    NOT NULL CHECK (tier IN ('audit', 'public')),
  edition integer NOT NULL CHECK (edition >= 1),
  size    bigint  NOT NULL,   -- how many entries it rests on
  version integer NOT NULL,   -- of all formulas together
  made_at bigint  NOT NULL,   -- unix seconds
  sha256  text    NOT NULL,   -- of the report's UTF-8, hexadecimal
  report  text    NOT NULL,   -- as it is handed out
  PRIMARY KEY (period, tier, edition)
);

-- Where the journal stood when a day was over. A start reads the journal again and must find the same.
CREATE TABLE circulation_day (
  day             date    PRIMARY KEY,   -- in UTC
  size            bigint  NOT NULL,
  root            text    NOT NULL,      -- base64
  version         integer NOT NULL,      -- of all formulas together
  classifications text[]  NOT NULL       -- versions of the codes seen so far, sorted
);

-- Who looked at exact reports.
CREATE TABLE circulation_look (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key_id    text   NOT NULL,
  looked_at bigint NOT NULL,   -- unix seconds
  what      text   NOT NULL    -- the address that was asked for
);
