package io.floorwalker.lake;

import java.util.List;

/** Every Iceberg table that the jobs write; the groups define them, this is the one list. */
public final class Tables {

  public static final TableDefinition EVENTS = EventTables.EVENTS;
  public static final TableDefinition LATE_EVENTS = EventTables.LATE_EVENTS;
  public static final TableDefinition DEAD_LETTERS = EventTables.DEAD_LETTERS;
  public static final TableDefinition SIGNALS = DetectionTables.SIGNALS;
  public static final TableDefinition DETECTIONS = DetectionTables.DETECTIONS;
  public static final TableDefinition STAKEHOLDER_ACTIVITY = DetectionTables.STAKEHOLDER_ACTIVITY;
  public static final TableDefinition DELIVERIES = DecisionTables.DELIVERIES;

  private Tables() {}

  public static List<TableDefinition> all() {
    return List.of(
        EVENTS, SIGNALS, DETECTIONS, STAKEHOLDER_ACTIVITY, DELIVERIES, LATE_EVENTS, DEAD_LETTERS);
  }
}
