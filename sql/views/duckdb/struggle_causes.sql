-- View struggle_causes (DuckDB)
-- Question: what do shoppers struggle with each day, where, and do they order all the same?
-- Asks:     the checkout team, to choose what to repair
-- Reads:    detections, orders
-- Days are UTC. An episode that was taken back is left out. ordered_sessions are those that placed
-- an order at or after the episode.
CREATE OR REPLACE VIEW struggle_causes AS
SELECT
  CAST(timezone('UTC', opened.detected_at) AS DATE) AS "day",
  opened.site,
  opened.stage,
  opened.step,
  opened.cause,
  COUNT(*) AS episodes,
  COUNT(DISTINCT opened.session_id) AS sessions,
  COUNT(DISTINCT opened.customer_key) AS customers,
  AVG(opened.score) AS mean_score,
  COUNT(DISTINCT ordered.session_id) AS ordered_sessions
FROM detections AS opened
LEFT JOIN (
  SELECT session_id, MAX(placed_at) AS placed_at
  FROM orders
  WHERE session_id IS NOT NULL AND placed_at IS NOT NULL
  GROUP BY session_id
) AS ordered ON ordered.session_id = opened.session_id AND ordered.placed_at >= opened.detected_at
WHERE
  opened.phase = 'opened'
  AND opened.kind = 'checkout_struggle'
  AND NOT EXISTS (
    SELECT 1
    FROM detections AS gone
    WHERE gone.detection_id = opened.detection_id AND gone.version > opened.version AND gone.phase = 'retracted'
  )
GROUP BY
  CAST(timezone('UTC', opened.detected_at) AS DATE),
  opened.site,
  opened.stage,
  opened.step,
  opened.cause;
