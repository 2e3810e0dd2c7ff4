-- 01 abandoned_carts_by_hour
-- Question: at which hours do people leave full carts behind?
-- Asks:     marketing, to choose when reminders go out
-- Reads:    open_detections
-- The hour is that of the last activity (UTC): the moment at which the customer left.
SELECT
  FLOOR(last_evidence_at TO HOUR) AS left_at_hour,
  COUNT(*) AS abandoned,
  COUNT(DISTINCT customer_key) AS customers,
  SUM(`value`) AS `value`,
  currency
FROM open_detections
WHERE kind = 'cart_abandoned'
GROUP BY FLOOR(last_evidence_at TO HOUR), currency
ORDER BY left_at_hour, currency;
