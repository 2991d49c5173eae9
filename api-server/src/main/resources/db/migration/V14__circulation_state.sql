-- What was inside when a month was over under each rule, as a hash (docs/adr/0037). A later reading by formulas of the same version
-- must find the same; nothing here is ever changed.
CREATE TABLE circulation_state (
  month           text    NOT NULL,   -- 2026-03
  rule            text    NOT NULL,   -- fifo, lifo or mixed
  version         integer NOT NULL,   -- of all formulas together
  size            bigint  NOT NULL,   -- how many entries count
  root            text    NOT NULL,   -- base64
  detail          text    NOT NULL,   -- lots or keyed
  classifications text[]  NOT NULL,   -- versions of the codes in use, sorted
  state           text    NOT NULL,   -- SHA-256, hexadecimal
  PRIMARY KEY (month, rule, version)
);
