-- 05 who_fell_silent
-- Question: who at which account has fallen silent, since when, and whose account is it?
-- Asks:     sales, on Monday morning
-- Reads:    open_detections, accounts
-- One row a contact, with the highest step that stands; who came back is not here. Role and owner are
-- those of the roster today.
SELECT
  silent.account_id,
  silent.contact_id,
  roster.role,
  roster.tier,
  roster.owner,
  silent.step,
  silent.last_evidence_at AS last_activity_at,
  silent.detected_at
FROM (
  SELECT
    *,
    ROW_NUMBER() OVER (PARTITION BY account_id, contact_id ORDER BY detected_at DESC, step DESC) AS place
  FROM open_detections
  WHERE kind = 'stakeholder_stale'
) AS silent
LEFT JOIN (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY `key` ORDER BY valid_from DESC) AS place
  FROM accounts
) AS roster
  ON roster.`key` = silent.account_id || '|' || silent.contact_id
  AND roster.place = 1
  AND NOT roster.deleted
WHERE silent.place = 1
ORDER BY account_id, last_activity_at, contact_id;
