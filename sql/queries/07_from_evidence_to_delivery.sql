-- 07 from_evidence_to_delivery
-- Question: how long does it take from the last evidence until help arrives?
-- Asks:     whoever runs the pipeline, and whoever promised it would be seconds
-- Reads:    latest_actions
-- From the append time of the last evidence to the end of the attempt that arrived; both are wall
-- clocks, in milliseconds. Actions that were deferred on purpose are in it; so are silences, whose
-- last evidence is days old: read each treatment for itself.
SELECT
  treatment,
  channel,
  COUNT(*) AS actions,
  COUNT(took_ms) AS arrived,
  MIN(took_ms) AS fastest_ms,
  PERCENTILE(took_ms, 0.5) AS median_ms,
  PERCENTILE(took_ms, 0.95) AS p95_ms,
  MAX(took_ms) AS slowest_ms
FROM (
  SELECT
    treatment,
    channel,
    TIMESTAMPDIFF(SECOND, FLOOR(evidence_received_at TO SECOND), FLOOR(delivered_at TO SECOND)) * 1000
      + EXTRACT(MILLISECOND FROM delivered_at)
      - EXTRACT(MILLISECOND FROM evidence_received_at) AS took_ms
  FROM latest_actions
)
GROUP BY treatment, channel
ORDER BY treatment, channel;
