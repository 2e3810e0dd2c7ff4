-- View decision_log (Flink SQL)
-- Question: what was decided about each detection, and where nothing was done, which gate said no?
-- Asks:     everybody who wants to know why a person was, or was not, reached
-- Reads:    decisions, detections
-- One row a decision. gate is null where a treatment was carried out; else it is the gate of the
-- candidate that would have been carried out, else the one that stopped most candidates (of equals
-- the first by name). would_treatment is what holdout or mode kept back.
CREATE TEMPORARY VIEW decision_log AS
WITH decided AS (
  SELECT
    decision_id,
    MIN(decided_at) AS decided_at,
    MIN(detection_id) AS detection_id,
    MIN(attempt) AS attempt,
    MIN(site) AS site,
    MIN(customer_key) AS customer_key,
    MIN(account_id) AS account_id,
    MIN(contact_id) AS contact_id,
    MAX(CASE WHEN chosen THEN treatment END) AS treatment,
    MAX(CASE WHEN chosen THEN `variant` END) AS `variant`,
    MAX(CASE WHEN chosen THEN purpose END) AS purpose,
    MAX(CASE WHEN chosen THEN propensity END) AS propensity,
    MAX(CASE WHEN chosen THEN expected_value END) AS expected_value,
    MAX(CASE WHEN chosen THEN currency END) AS currency,
    MAX(CASE WHEN would_choose THEN treatment END) AS would_treatment,
    COUNT(*) AS candidates,
    SUM(CASE WHEN eligible THEN 1 ELSE 0 END) AS eligible,
    MIN(experiment) AS experiment,
    MIN(arm) AS arm,
    MIN(`mode`) AS `mode`,
    MIN(policy_version) AS policy_version,
    MIN(rule_version) AS rule_version
  FROM decisions
  GROUP BY decision_id
),
gates AS (
  SELECT
    decision_id,
    gate,
    ROW_NUMBER() OVER (PARTITION BY decision_id ORDER BY would_have DESC, stopped DESC, gate) AS place
  FROM (
    SELECT
      decision_id,
      gate,
      COUNT(*) AS stopped,
      MAX(CASE WHEN would_choose THEN 1 ELSE 0 END) AS would_have
    FROM decisions
    WHERE gate IS NOT NULL
    GROUP BY decision_id, gate
  )
)
SELECT
  decided.decision_id,
  decided.decided_at,
  decided.detection_id,
  decided.attempt,
  found.kind,
  found.stage,
  found.step,
  found.cause,
  found.score,
  found.session_id,
  decided.site,
  decided.customer_key,
  decided.account_id,
  decided.contact_id,
  decided.treatment,
  decided.`variant`,
  decided.purpose,
  decided.would_treatment,
  CASE WHEN COALESCE(decided.treatment, 'do_nothing') = 'do_nothing' THEN gates.gate END AS gate,
  decided.candidates,
  decided.eligible,
  decided.propensity,
  decided.expected_value,
  decided.currency,
  decided.experiment,
  decided.arm,
  decided.`mode`,
  decided.policy_version,
  decided.rule_version
FROM decided
LEFT JOIN gates ON gates.decision_id = decided.decision_id AND gates.place = 1
LEFT JOIN detections AS found ON found.detection_id = decided.detection_id AND found.phase = 'opened';
