-- 02 carts_with_most_money_left
-- Question: which abandoned carts are worth the most?
-- Asks:     sales, to decide whom to call
-- Reads:    open_detections
-- Carts of different currencies are not compared: the rank is one per currency. A cart in which a
-- price is not known has no value and stands in no rank.
SELECT
  currency,
  place,
  `value`,
  customer_key,
  session_id,
  lines,
  last_evidence_at
FROM (
  SELECT
    *,
    ROW_NUMBER() OVER (PARTITION BY currency ORDER BY `value` DESC, detection_id) AS place
  FROM open_detections
  WHERE kind = 'cart_abandoned' AND `value` IS NOT NULL
)
WHERE place <= 20
ORDER BY currency, place;
