-- View open_detections (Flink SQL)
-- Question: what stands as found, that is opened and neither closed nor retracted since?
-- Asks:     everybody who counts detections; count from here, not from the table
-- Reads:    detections
CREATE TEMPORARY VIEW open_detections AS
SELECT *
FROM detections AS opened
WHERE
  opened.phase = 'opened'
  AND NOT EXISTS (
    SELECT 1
    FROM detections AS gone
    WHERE gone.detection_id = opened.detection_id AND gone.version > opened.version AND gone.phase IN ('closed', 'retracted')
  );
