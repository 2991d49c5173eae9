-- The address before, for the week in which somebody with another's device could take warnings away from them; encrypted as the others.
ALTER TABLE identity.mailbox ADD former bytea;
ALTER TABLE identity.mailbox ADD former_until bigint NOT NULL DEFAULT 0; -- unix seconds; warnings go there until then

-- How many codes somebody asked for; counted before one is made, so that no two are asked for at once uncounted.
CREATE TABLE identity.mail_code (
  person text    PRIMARY KEY REFERENCES identity.person (id) ON DELETE CASCADE,
  since  bigint  NOT NULL,             -- when counting began; unix seconds
  asked  integer NOT NULL
);
