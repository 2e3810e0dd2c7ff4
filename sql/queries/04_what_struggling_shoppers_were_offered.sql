-- 04 what_struggling_shoppers_were_offered
-- Question: what were shoppers in trouble offered, by cause, and did it arrive?
-- Asks:     the service team, to see whether help reaches those who need it
-- Reads:    decision_log, latest_actions
-- Where nothing was done, gate says why. An offer that did not arrive stands in `offered` only.
SELECT
  decided.stage,
  decided.cause,
  decided.treatment,
  decided.gate,
  COUNT(DISTINCT decided.decision_id) AS decisions,
  COUNT(offer.action_id) AS offered,
  COUNT(offer.delivered_at) AS arrived
FROM decision_log AS decided
LEFT JOIN latest_actions AS offer ON offer.decision_id = decided.decision_id
WHERE decided.kind = 'checkout_struggle'
GROUP BY decided.stage, decided.cause, decided.treatment, decided.gate
ORDER BY decisions DESC, stage, cause, treatment, gate;
