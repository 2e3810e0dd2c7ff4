-- View latest_actions (Flink SQL)
-- Question: how does each action stand, and did it arrive?
-- Asks:     everybody who counts actions; count from here, not from the table
-- Reads:    actions, deliveries
-- One row an action: its newest version with its newest attempt. delivered_at is the wall clock of
-- the first attempt that arrived; attempts counts those that were made.
CREATE TEMPORARY VIEW latest_actions AS
WITH newest AS (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY action_id ORDER BY version DESC) AS place
  FROM actions
),
tried AS (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY action_id ORDER BY attempt DESC) AS place
  FROM deliveries
),
counted AS (
  SELECT
    action_id,
    SUM(CASE WHEN attempt > 0 THEN 1 ELSE 0 END) AS attempts,
    MIN(CASE WHEN outcome = 'delivered' THEN finished_at END) AS delivered_at
  FROM deliveries
  GROUP BY action_id
)
SELECT
  newest.action_id,
  newest.version,
  newest.changed_at,
  newest.created_at,
  newest.status,
  newest.decision_id,
  newest.detection_id,
  newest.treatment,
  newest.`variant`,
  newest.channel,
  newest.audience,
  newest.purpose,
  newest.customer_key,
  newest.account_id,
  newest.contact_id,
  newest.recipient_ref,
  newest.scheduled_at,
  newest.expires_at,
  newest.reason,
  newest.thread_key,
  newest.evidence_received_at,
  COALESCE(counted.attempts, 0) AS attempts,
  tried.outcome AS last_outcome,
  tried.target AS last_target,
  tried.http_status AS last_http_status,
  tried.error AS last_error,
  tried.finished_at AS last_attempt_at,
  counted.delivered_at
FROM newest
LEFT JOIN tried ON tried.action_id = newest.action_id AND tried.place = 1
LEFT JOIN counted ON counted.action_id = newest.action_id
WHERE newest.place = 1;
