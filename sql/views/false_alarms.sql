-- View false_alarms (Flink SQL)
-- Question: what was found that should not have been, and who heard of it?
-- Asks:     whoever sets thresholds, and whoever has to apologise
-- Reads:    detections, decisions, actions, deliveries, outcomes
-- One row a detection, as it was said first. A false alarm was taken back, and is not true again,
-- or somebody who was told of it called it not useful; the first counts where both are so.
-- delivered_at is the wall clock of the first action that arrived; null: nobody heard of it.
CREATE TEMPORARY VIEW false_alarms AS
WITH said AS (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY detection_id ORDER BY version) AS place
  FROM detections
),
newest AS (
  SELECT detection_id, phase, reason, ROW_NUMBER() OVER (PARTITION BY detection_id ORDER BY version DESC) AS place
  FROM detections
),
decided AS (
  SELECT decision_id, MIN(detection_id) AS detection_id
  FROM decisions
  GROUP BY decision_id
),
judged AS (
  SELECT
    decided.detection_id,
    MIN(outcomes.occurred_at) AS judged_at,
    MIN(outcomes.reason) AS reason
  FROM outcomes
  JOIN decided ON decided.decision_id = outcomes.decision_id
  WHERE outcomes.kind = 'not_useful'
  GROUP BY decided.detection_id
),
heard AS (
  SELECT actions.detection_id, MIN(deliveries.finished_at) AS delivered_at
  FROM deliveries
  JOIN (SELECT DISTINCT action_id, detection_id FROM actions) AS actions ON actions.action_id = deliveries.action_id
  WHERE deliveries.outcome = 'delivered'
  GROUP BY actions.detection_id
)
SELECT
  said.detection_id,
  said.detected_at,
  said.kind,
  CASE WHEN newest.phase = 'retracted' THEN 'retracted' ELSE 'not_useful' END AS why,
  CASE WHEN newest.phase = 'retracted' THEN newest.reason ELSE judged.reason END AS reason,
  said.site,
  said.session_id,
  said.customer_key,
  said.account_id,
  said.contact_id,
  said.stage,
  said.step,
  said.cause,
  said.score,
  said.rule_version,
  judged.judged_at,
  heard.delivered_at
FROM said
JOIN newest ON newest.detection_id = said.detection_id AND newest.place = 1
LEFT JOIN judged ON judged.detection_id = said.detection_id
LEFT JOIN heard ON heard.detection_id = said.detection_id
WHERE
  said.place = 1
  AND (newest.phase = 'retracted' OR judged.detection_id IS NOT NULL);
