package io.floorwalker.contract;

/**
 * Bytes that are no record of the contract, or of a source's own language. Carries the class of its
 * dead letter and a short reason, never a byte of the payload.
 */
public final class MalformedRecord extends Exception {
  private static final long serialVersionUID = 1L;

  /** No bytes at all. */
  public static final String EMPTY = "empty";

  /** Does not start as a single-object encoding does. */
  public static final String HEADER = "header";

  /** Written with a schema that was never published. */
  public static final String SCHEMA = "schema";

  /** The body does not fit the schema that it names. */
  public static final String AVRO = "avro";

  /** Is no UTF-8. */
  public static final String TEXT = "text";

  /** Is larger or deeper than is taken. */
  public static final String SIZE = "size";

  /** Is no JSON object. */
  public static final String JSON = "json";

  /** Has not the columns that it should. */
  public static final String TSV = "tsv";

  /** Lacks a field, or has one that cannot be what it is. */
  public static final String FIELD = "field";

  private final String deadLetterClass;
  private final String reason;

  /** The reason names fields and bounds, never content. */
  public MalformedRecord(String deadLetterClass, String reason) {
    // Without a stack trace: a topic full of rubbish must cost no more than reading it.
    super(deadLetterClass + ": " + reason, null, false, false);
    this.deadLetterClass = deadLetterClass;
    this.reason = reason;
  }

  /** One of the constants above. */
  public String deadLetterClass() {
    return deadLetterClass;
  }

  /** What is wrong, in one sentence. */
  public String reason() {
    return reason;
  }
}
