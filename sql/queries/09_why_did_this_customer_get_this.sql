-- 09 why_did_this_customer_get_this
-- Question: why did this customer get this, or nothing?
-- Asks:     whoever talks to the customer; name the decision, the action or the customer in question
-- Reads:    decisions, detections, signals, events, actions, deliveries, outcomes
-- One row per fact, in the order in which it comes: the evidence, the signs, what was found, each
-- treatment that was weighed with the gate that said no, what was done, every attempt, and what
-- came of it. Left as it is it tells of the newest decision.
WITH question AS (
  SELECT 'newest' AS about -- a decision_id, an action_id or a customer_key
),
newest AS (
  SELECT decision_id FROM decisions ORDER BY decided_at DESC, decision_id LIMIT 1
),
asked AS (
  SELECT decisions.decision_id, decisions.detection_id
  FROM decisions CROSS JOIN question CROSS JOIN newest
  WHERE question.about IN (decisions.decision_id, decisions.customer_key)
    OR (question.about = 'newest' AND decisions.decision_id = newest.decision_id)
  UNION
  SELECT actions.decision_id, actions.detection_id
  FROM actions CROSS JOIN question
  WHERE actions.action_id = question.about
),
found AS (
  SELECT detections.*
  FROM detections
  JOIN asked ON asked.detection_id = detections.detection_id
),
evidence AS (
  SELECT DISTINCT event_id
  FROM found CROSS JOIN UNNEST(found.evidence) AS seen (event_id)
),
signs AS (
  SELECT DISTINCT signal_id
  FROM found CROSS JOIN UNNEST(found.signal_ids) AS seen (signal_id)
)
SELECT 1 AS part, events.occurred_at AS happened_at, 'event' AS fact, events.type AS what,
  COALESCE(events.step, events.page) AS detail, COALESCE(events.code, events.field, events.`element`) AS why
FROM events JOIN evidence ON evidence.event_id = events.event_id
UNION ALL
SELECT 2, signals.occurred_at, 'sign', signals.kind, signals.step, COALESCE(signals.field, signals.`element`)
FROM signals JOIN signs ON signs.signal_id = signals.signal_id
UNION ALL
SELECT 3, detected_at, phase, kind, COALESCE(step, stage), COALESCE(reason, cause)
FROM found
UNION ALL
SELECT 4, decided_at, CASE WHEN chosen THEN 'chosen' ELSE 'not chosen' END, treatment,
  CONCAT('propensity ', CAST(propensity AS STRING)), gate
FROM decisions JOIN asked ON asked.decision_id = decisions.decision_id
UNION ALL
SELECT 5, actions.changed_at, actions.status, actions.treatment, actions.channel, actions.reason
FROM actions JOIN asked ON asked.decision_id = actions.decision_id
UNION ALL
SELECT 6, deliveries.finished_at, deliveries.outcome, deliveries.target, CONCAT('attempt ', CAST(deliveries.attempt AS STRING)), deliveries.error
FROM deliveries
JOIN (SELECT DISTINCT actions.action_id FROM actions JOIN asked ON asked.decision_id = actions.decision_id) AS ours
  ON ours.action_id = deliveries.action_id
UNION ALL
SELECT 7, outcomes.occurred_at, 'outcome', outcomes.kind, outcomes.order_id, outcomes.reason
FROM outcomes JOIN asked ON asked.decision_id = outcomes.decision_id
ORDER BY part, happened_at, fact, what;
