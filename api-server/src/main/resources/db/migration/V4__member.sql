-- Who the members are that anybody may pay: what shops and organisations call themselves in public. Never in the journal,
-- so that it can be corrected and erased (ADR 0013).
CREATE TABLE member (
  account       text   PRIMARY KEY,
  said_at       bigint NOT NULL,  -- unix seconds of the operator's signature; what was said later goes before
  name          text   NOT NULL,
  legal_name    text   NOT NULL,
  street        text   NOT NULL,
  neighbourhood text   NOT NULL,
  jws           text   NOT NULL   -- as the operator signed it
);
