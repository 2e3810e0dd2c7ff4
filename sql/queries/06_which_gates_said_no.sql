-- 06 which_gates_said_no
-- Question: which gates said no, to what, and how often?
-- Asks:     whoever sets the policy, to see what a limit costs
-- Reads:    decisions
-- A candidate is stopped by the first gate that says no, so a later gate may have said no as well.
-- kept_back counts the decisions in which the stopped candidate would else have been carried out.
SELECT
  gate,
  treatment,
  COUNT(*) AS candidates,
  COUNT(DISTINCT decision_id) AS decisions,
  COUNT(DISTINCT CASE WHEN would_choose THEN decision_id END) AS kept_back,
  MIN(decided_at) AS first_at,
  MAX(decided_at) AS last_at
FROM decisions
WHERE gate IS NOT NULL
GROUP BY gate, treatment
ORDER BY candidates DESC, gate, treatment;
