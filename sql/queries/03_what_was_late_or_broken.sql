-- 03 what_was_late_or_broken
-- Question: what did the jobs not use, and why?
-- Asks:     whoever runs the pipeline, when numbers look too small
-- Reads:    late_events, dead_letters
SELECT
  what,
  job,
  topic,
  class,
  COUNT(*) AS records,
  MIN(received_at) AS first_at,
  MAX(received_at) AS last_at,
  MIN(reason) AS example
FROM (
  SELECT 'late' AS what, job, topic, class, received_at, reason FROM late_events
  UNION ALL
  SELECT 'broken' AS what, job, topic, class, received_at, reason FROM dead_letters
)
GROUP BY what, job, topic, class
ORDER BY records DESC, what, job, topic, class;
