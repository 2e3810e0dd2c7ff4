package io.floorwalker.local;

/**
 * What one check of {@code doctor} found.
 *
 * @param area what was checked: jobs, topics, rights, schemas, clock, catalog
 * @param finding {@code ok}, else what is wrong
 * @param remedy what to do; empty where nothing is wrong
 */
record Diagnosis(String area, String subject, String finding, String remedy) {

  static Diagnosis ok(String area, String subject) {
    return new Diagnosis(area, subject, "ok", "");
  }

  static Diagnosis wrong(String area, String subject, String finding, String remedy) {
    return new Diagnosis(area, subject, finding, remedy);
  }

  boolean isOk() {
    return finding.equals("ok");
  }
}
