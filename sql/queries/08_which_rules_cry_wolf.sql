-- 08 which_rules_cry_wolf
-- Question: how much of what each rule finds is a false alarm, and how often did somebody hear of it?
-- Asks:     whoever sets thresholds, before changing one
-- Reads:    detections, false_alarms
-- Detections that only warmed up, or came of a bulk load, count as found: nobody acted on them, but
-- the rule said them.
SELECT
  found.kind,
  found.rule_version,
  found.detections,
  COUNT(alarm.detection_id) AS false_alarms,
  SUM(CASE WHEN alarm.why = 'retracted' THEN 1 ELSE 0 END) AS retracted,
  SUM(CASE WHEN alarm.why = 'not_useful' THEN 1 ELSE 0 END) AS not_useful,
  COUNT(alarm.delivered_at) AS heard_of,
  CAST(COUNT(alarm.detection_id) AS DOUBLE) / found.detections AS share
FROM (
  SELECT kind, rule_version, COUNT(DISTINCT detection_id) AS detections
  FROM detections
  GROUP BY kind, rule_version
) AS found
LEFT JOIN false_alarms AS alarm
  ON alarm.kind = found.kind AND COALESCE(alarm.rule_version, '') = COALESCE(found.rule_version, '')
GROUP BY found.kind, found.rule_version, found.detections
ORDER BY share DESC, found.kind;
