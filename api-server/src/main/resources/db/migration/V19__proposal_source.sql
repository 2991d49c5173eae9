-- Whose a proposal is: the account that a grant takes from, or the operator's of all else. Lists and limits are by it, so that
-- nobody's proposals stand in the way of another's.
ALTER TABLE proposal ADD COLUMN source text NOT NULL DEFAULT 'operator';

-- What lies here already says so itself, in the payload of its compact JWS.
WITH payload AS (
  SELECT order_id, translate(split_part(jws, '.', 2), '-_', '+/') AS text FROM proposal
), said AS (
  SELECT order_id,
    convert_from(decode(rpad(text, (length(text) + 3) / 4 * 4, '='), 'base64'), 'UTF8')::json AS of_order
  FROM payload
)
UPDATE proposal p SET source = s.of_order ->> 'from'
FROM said s WHERE s.order_id = p.order_id AND s.of_order ->> 'type' = 'grant';

ALTER TABLE proposal ALTER COLUMN source DROP DEFAULT;
DROP INDEX proposal_made_at;
CREATE INDEX proposal_source ON proposal (source, made_at) WHERE withdrawn_at IS NULL;
