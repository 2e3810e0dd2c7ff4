-- View uplift (DuckDB)
-- Question: what became of each unit of an experiment, treated or held out?
-- Asks:     whoever wants to know what a rule changes; `floorwalker uplift` estimates it
-- Reads:    decisions, outcomes
-- One row per experiment and unit: its first exposure, where its window has ended. arm is what the
-- unit was drawn for, not what reached it. Units that were seen in both arms (another draw, or two
-- identities) are left out. net_margin is null where nobody knows; not converted and nothing spent
-- is 0.
CREATE OR REPLACE VIEW uplift AS
WITH exposed AS (
  SELECT
    site,
    experiment,
    unit_id,
    decision_id,
    MIN(arm) AS arm,
    MIN(exposure_at) AS exposure_at,
    MIN(window_ends_at) AS window_ends_at
  FROM decisions
  WHERE exposure_at IS NOT NULL AND arm IS NOT NULL AND "mode" IN ('live', 'canary')
  GROUP BY site, experiment, unit_id, decision_id
),
placed AS (
  SELECT
    exposed.*,
    ROW_NUMBER() OVER (PARTITION BY site, experiment, unit_id ORDER BY exposure_at, decision_id) AS place
  FROM exposed
),
crossover AS (
  SELECT site, experiment, unit_id
  FROM exposed
  GROUP BY site, experiment, unit_id
  HAVING COUNT(DISTINCT arm) > 1
)
SELECT
  placed.site,
  placed.experiment,
  placed.unit_id,
  placed.arm,
  placed.decision_id,
  placed.exposure_at,
  placed.window_ends_at,
  closed.kind = 'converted' AS converted,
  closed.order_id,
  CASE WHEN closed.kind = 'converted' THEN closed.margin ELSE COALESCE(closed.margin, 0) END AS net_margin,
  closed.currency
FROM placed
JOIN outcomes AS closed
  ON closed.decision_id = placed.decision_id AND closed.kind IN ('converted', 'not_converted')
LEFT JOIN crossover
  ON crossover.site = placed.site AND crossover.experiment = placed.experiment AND crossover.unit_id = placed.unit_id
WHERE placed.place = 1 AND crossover.unit_id IS NULL;
