package io.floorwalker.lake;

import java.util.List;

/** Every Iceberg table that the jobs write; the groups define them, this is the one list. */
public final class Tables {

  public static final TableDefinition EVENTS = EventTables.EVENTS;
  public static final TableDefinition ORDERS = EventTables.ORDERS;
  public static final TableDefinition LATE_EVENTS = EventTables.LATE_EVENTS;
  public static final TableDefinition DEAD_LETTERS = EventTables.DEAD_LETTERS;
  public static final TableDefinition SIGNALS = DetectionTables.SIGNALS;
  public static final TableDefinition DETECTIONS = DetectionTables.DETECTIONS;
  public static final TableDefinition STAKEHOLDER_ACTIVITY = DetectionTables.STAKEHOLDER_ACTIVITY;
  public static final TableDefinition DECISIONS = DecisionTables.DECISIONS;
  public static final TableDefinition ACTIONS = DecisionTables.ACTIONS;
  public static final TableDefinition DELIVERIES = DecisionTables.DELIVERIES;
  public static final TableDefinition OUTCOMES = DecisionTables.OUTCOMES;
  public static final TableDefinition ACCOUNTS = HistoryTables.ACCOUNTS;
  public static final TableDefinition PRODUCTS = HistoryTables.PRODUCTS;
  public static final TableDefinition CONSENTS = HistoryTables.CONSENTS;
  public static final TableDefinition PROFILES = HistoryTables.PROFILES;
  public static final TableDefinition RULES = HistoryTables.RULES;

  private Tables() {}

  public static List<TableDefinition> all() {
    return List.of(
        EVENTS,
        ORDERS,
        SIGNALS,
        DETECTIONS,
        STAKEHOLDER_ACTIVITY,
        DECISIONS,
        ACTIONS,
        DELIVERIES,
        OUTCOMES,
        ACCOUNTS,
        PRODUCTS,
        CONSENTS,
        PROFILES,
        RULES,
        LATE_EVENTS,
        DEAD_LETTERS);
  }
}
