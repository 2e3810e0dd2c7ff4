-- View abandonment_daily (Flink SQL)
-- Question: how much is left behind each day, by site and kind?
-- Asks:     the shop's manager, in the morning
-- Reads:    detections
-- Days are UTC. Money is summed by currency, never across; carts without a known value are counted
-- apart, so that a sum that is too small shows.
CREATE TEMPORARY VIEW abandonment_daily AS
SELECT
  CAST(FLOOR(opened.detected_at TO DAY) AS DATE) AS `day`,
  opened.site,
  opened.kind,
  opened.currency,
  COUNT(*) AS abandoned,
  COUNT(DISTINCT opened.customer_key) AS customers,
  SUM(opened.`value`) AS `value`,
  COUNT(*) - COUNT(opened.`value`) AS without_value
FROM detections AS opened
WHERE
  opened.phase = 'opened'
  AND opened.kind IN ('browse_abandoned', 'search_abandoned', 'cart_abandoned', 'checkout_abandoned', 'payment_abandoned')
  AND NOT EXISTS (
    SELECT 1
    FROM detections AS gone
    WHERE gone.detection_id = opened.detection_id AND gone.version > opened.version AND gone.phase = 'retracted'
  )
GROUP BY
  CAST(FLOOR(opened.detected_at TO DAY) AS DATE),
  opened.site,
  opened.kind,
  opened.currency;
