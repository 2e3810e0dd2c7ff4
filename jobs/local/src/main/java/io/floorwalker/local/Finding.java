package io.floorwalker.local;

import io.floorwalker.schema.Detection;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What makes two detections the same one, by whoever they were made: a shopper's script or a job.
 *
 * @param step empty where the kind has none
 * @param atMillis when it became true, UTC ms
 * @param evidence event ids, in their order
 */
record Finding(String kind, String step, String key, long atMillis, List<String> evidence) {

  static Finding of(Detection detection) {
    return new Finding(
        detection.getKind(),
        detection.getStep() == null ? "" : detection.getStep(),
        detection.getKey(),
        detection.getDetectedAt().toEpochMilli(),
        List.copyOf(detection.getEvidence()));
  }

  /** As one line of a truth file. */
  String json() {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("kind", kind);
    line.put("step", step);
    line.put("key", key);
    line.put("at", Instant.ofEpochMilli(atMillis));
    line.put("evidence", evidence);
    return Cells.json(line);
  }
}
