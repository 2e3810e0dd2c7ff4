package io.floorwalker.config;

import java.time.Duration;
import java.util.List;

/**
 * Every setting there is. The table in README.md is made from this list, and a test holds the two
 * together.
 */
public final class Keys {

  /** Below this prefix stand the tiers of accounts, each with the roles it requires. */
  public static final String REQUIRED_ROLES_PREFIX = "stakeholder.required-roles.";

  static final String ENVIRONMENT_PREFIX = "FLOORWALKER_";

  /**
   * Keys below these prefixes are passed on, without the prefix, to Flink and to every Kafka
   * client.
   */
  public static final String FLINK_PREFIX = "flink.";

  public static final String KAFKA_CLIENT_PREFIX = "kafka.client.";

  public static final Key<String> KAFKA_BOOTSTRAP_SERVERS =
      new Key<>(
          "kafka.bootstrap.servers",
          ValueType.TEXT,
          "127.0.0.1:9092",
          "the brokers, host:port, comma between");
  public static final Key<Long> KAFKA_PARTITIONS =
      new Key<>(
          "kafka.partitions", ValueType.NUMBER, "12", "partitions of a topic that is created");
  public static final Key<Long> KAFKA_REPLICATION =
      new Key<>("kafka.replication", ValueType.NUMBER, "1", "copies of a topic that is created");
  public static final Key<String> CATALOG_IMPLEMENTATION =
      new Key<>(
          "catalog.implementation",
          ValueType.TEXT,
          "org.apache.iceberg.jdbc.JdbcCatalog",
          "the Iceberg catalog class");
  public static final Key<String> CATALOG_URI =
      new Key<>(
          "catalog.uri", ValueType.TEXT, "jdbc:sqlite:catalog.db", "where the Iceberg catalog is");
  public static final Key<String> CATALOG_WAREHOUSE =
      new Key<>(
          "catalog.warehouse",
          ValueType.TEXT,
          "file:///tmp/warehouse",
          "where the Iceberg tables lie");
  public static final Key<Duration> TIME_DISORDER =
      new Key<>(
          "time.disorder",
          ValueType.DURATION,
          "60s",
          "how far behind the newest event of its partition an event may come and still be in time"
              + " (checkout-struggle: 5s unless it is set)");
  public static final Key<Duration> TIME_HEARTBEAT =
      new Key<>(
          "time.heartbeat",
          ValueType.DURATION,
          "10s",
          "how often ingest proves through the log that time goes on");
  public static final Key<Duration> CORRECTION_HORIZON =
      new Key<>(
          "correction.horizon",
          ValueType.DURATION_OR_OFF,
          "24h",
          "how far behind the watermark an event may come and still take back what it would have"
              + " prevented; 0: not at all");
  public static final Key<String> DETECT_ENGINE =
      new Key<>(
          "detect.engine",
          ValueType.oneOf("flink-cep", "fast"),
          "fast",
          "what runs the patterns: Flink CEP's operator for each, or one operator for all; both find the same");
  public static final Key<String> ABANDONMENT_KEY =
      new Key<>(
          "abandonment.key",
          ValueType.oneOf("customer", "session"),
          "customer",
          "whose cart it is: a cart outlives a visit, or not");
  public static final Key<Duration> BROWSE_AFTER =
      new Key<>(
          "abandonment.browse.after",
          ValueType.DURATION,
          "60m",
          "looking around is over after so long without another look");
  public static final Key<Long> BROWSE_PRODUCTS =
      new Key<>(
          "abandonment.browse.products",
          ValueType.NUMBER,
          "3",
          "so many products of one category make looking around a browse");
  public static final Key<Duration> SEARCH_AFTER =
      new Key<>(
          "abandonment.search.after",
          ValueType.DURATION,
          "60m",
          "a search is abandoned after so long without another look");
  public static final Key<Duration> SEARCHED_WITHIN =
      new Key<>(
          "abandonment.search.within",
          ValueType.DURATION,
          "30m",
          "two searches make a search when they are less than so long apart");
  public static final Key<Duration> CART_AFTER =
      new Key<>(
          "abandonment.cart.after",
          ValueType.DURATION,
          "30m",
          "a cart is abandoned when nothing was done with it for so long");
  public static final Key<Duration> CHECKOUT_AFTER =
      new Key<>(
          "abandonment.checkout.after",
          ValueType.DURATION,
          "30m",
          "a cart whose checkout was begun is abandoned after so long");
  public static final Key<Duration> PAYMENT_AFTER =
      new Key<>(
          "abandonment.payment.after",
          ValueType.DURATION,
          "15m",
          "a payment that was begun is abandoned after so long");
  public static final Key<Duration> CART_KEPT =
      new Key<>(
          "abandonment.cart.kept",
          ValueType.DURATION,
          "7d",
          "the lines of a cart are forgotten so long after its last activity");
  public static final Key<Duration> REOPEN_KEPT =
      new Key<>(
          "abandonment.reopen.kept",
          ValueType.DURATION_OR_OFF,
          "14d",
          "so long after it was abandoned, what becomes of the items of an intent is told; 0: not at"
              + " all");
  public static final Key<Duration> REOPEN_QUIET =
      new Key<>(
          "abandonment.reopen.quiet",
          ValueType.DURATION,
          "48h",
          "a customer is told the same kind of thing about the same item only once in so long");
  public static final Key<Long> REOPEN_LOW_STOCK =
      new Key<>(
          "abandonment.reopen.low-stock",
          ValueType.NUMBER,
          "3",
          "so many pieces or fewer of an item are a low stock");
  public static final Key<Long> REOPEN_CUSTOMERS =
      new Key<>(
          "abandonment.reopen.customers",
          ValueType.NUMBER,
          "10000",
          "of so many customers it is remembered that they left an item; more are cut, and counted");
  public static final Key<Long> STRUGGLE_THRESHOLD =
      new Key<>(
          "struggle.threshold",
          ValueType.NUMBER,
          "3500",
          "milli-points of score at which a struggle is detected");
  public static final Key<Duration> STRUGGLE_REARM_AFTER =
      new Key<>(
          "struggle.rearm.after",
          ValueType.DURATION,
          "10m",
          "a session is detected again after so long, or at another step");
  public static final Key<Duration> STRUGGLE_CHAT_QUIET =
      new Key<>(
          "struggle.chat.quiet",
          ValueType.DURATION,
          "10m",
          "no detection for so long after the customer opened a support chat");
  public static final Key<Duration> STRUGGLE_STALL_AFTER =
      new Key<>(
          "struggle.stall.after",
          ValueType.upTo(Duration.ofHours(1)),
          "90s",
          "a checkout step stalls when nothing at all happens in the session for so long after it"
              + " is viewed");
  public static final Key<Duration> STRUGGLE_GAVE_UP_AFTER =
      new Key<>(
          "struggle.gave-up.after",
          ValueType.upTo(Duration.ofHours(1)),
          "60s",
          "a payment is given up when it is not tried again for so long after a hard decline");
  public static final Key<Duration> STRUGGLE_DEAD_CLICK_AFTER =
      new Key<>(
          "struggle.dead-click.after",
          ValueType.upTo(Duration.ofHours(1)),
          "2500ms",
          "a click is dead when the page does not react for so long");
  public static final Key<Long> STRUGGLE_SLOW_LCP =
      new Key<>(
          "struggle.slow.lcp",
          ValueType.NUMBER,
          "4000",
          "milliseconds of largest contentful paint beyond which a checkout page is slow");
  public static final Key<Long> STRUGGLE_SLOW_INP =
      new Key<>(
          "struggle.slow.inp",
          ValueType.NUMBER,
          "500",
          "milliseconds from an interaction to the next paint beyond which a checkout page is"
              + " slow");
  public static final Key<String> STRUGGLE_SUPPRESS =
      new Key<>(
          "struggle.suppress",
          ValueType.LOWER_CASE_WORDS,
          "",
          "parts of selectors in lower case, comma between: no sign comes from clicks on such"
              + " elements, nor on the built-in quiet ones");
  public static final Key<String> STRUGGLE_INCIDENTS =
      new Key<>(
          "struggle.incidents",
          ValueType.oneOf("on", "off"),
          "on",
          "say when many sessions struggle at once at one step, and mark them");
  public static final Key<Long> INCIDENT_SESSIONS =
      new Key<>(
          "struggle.incident.sessions",
          ValueType.NUMBER,
          "5",
          "fewer sessions that struggle within 5 min are no incident");
  public static final Key<Double> INCIDENT_RATIO =
      new Key<>(
          "struggle.incident.ratio",
          ValueType.FACTOR,
          "3.0",
          "an incident opens at so many times the usual share of sessions, and is calm below half"
              + " of that");
  public static final Key<Double> INCIDENT_TAIL =
      new Key<>(
          "struggle.incident.tail",
          ValueType.SHARE,
          "1e-6",
          "an incident opens only where chance alone would make as many struggle less often than"
              + " this");
  public static final Key<Duration> INCIDENT_CLOSES_AFTER =
      new Key<>(
          "struggle.incident.closes-after",
          ValueType.DURATION,
          "10m",
          "an incident closes when it was calm for so long, in whole minutes");
  public static final Key<Double> INCIDENT_PRIOR =
      new Key<>(
          "struggle.incident.prior",
          ValueType.SHARE,
          "0.02",
          "the share of sessions that usually struggle at a step, while a site has reached fewer"
              + " than 200 in 4 weeks");
  public static final Key<Duration> STALE_AFTER =
      new Key<>(
          "stakeholder.stale.after",
          ValueType.DURATION,
          "7d",
          "a contact without activity for so long is stale: step 1");
  public static final Key<Duration> STALE_SECOND_AFTER =
      new Key<>(
          "stakeholder.stale.second.after",
          ValueType.DURATION,
          "7d",
          "step 2 comes so long after step 1");
  public static final Key<Duration> STALE_THIRD_AFTER =
      new Key<>(
          "stakeholder.stale.third.after",
          ValueType.DURATION,
          "23d",
          "step 3 comes so long after step 1");
  public static final Key<String> STAKEHOLDER_ROSTER =
      new Key<>(
          "stakeholder.roster",
          ValueType.oneOf("required", "optional"),
          "required",
          "watch the contacts of target accounts in cx.accounts, or also every contact that is seen"
              + " and has no row there");
  public static final Key<String> STAKEHOLDER_RHYTHM =
      new Key<>(
          "stakeholder.rhythm",
          ValueType.oneOf("learned", "fixed"),
          "learned",
          "three times the median gap between a contact's active days, or the same patience with"
              + " every contact");
  public static final Key<Long> RHYTHM_GAPS =
      new Key<>(
          "stakeholder.rhythm.gaps",
          ValueType.NUMBER,
          "8",
          "a rhythm is learned from so many gaps on; the newest 16 count");
  public static final Key<Duration> RHYTHM_SHORTEST =
      new Key<>(
          "stakeholder.rhythm.shortest",
          ValueType.DURATION,
          "5d",
          "the shortest patience that is learned");
  public static final Key<Duration> RHYTHM_LONGEST =
      new Key<>(
          "stakeholder.rhythm.longest",
          ValueType.DURATION,
          "90d",
          "the longest patience that is learned");
  public static final Key<String> STAKEHOLDER_CALENDAR =
      new Key<>(
          "stakeholder.calendar",
          ValueType.oneOf("every-day", "business"),
          "every-day",
          "silence counts every day, or Monday to Friday in the contact's time zone, five days as"
              + " seven");
  public static final Key<Long> BULK_CONTACTS =
      new Key<>(
          "stakeholder.bulk.contacts",
          ValueType.NUMBER,
          "50",
          "more rows than this in cx.accounts with a changed_at in one minute are a bulk load");
  public static final Key<Duration> BULK_QUIET =
      new Key<>(
          "stakeholder.bulk.quiet",
          ValueType.DURATION,
          "14d",
          "nobody acts on contacts of a bulk load for so long");
  public static final Key<String> PRIVACY_KEYS_FILE =
      new Key<>(
          "privacy.keys.file",
          ValueType.TEXT,
          "",
          "the keys that ingest makes pseudonyms with; empty: the environment's"
              + " FLOORWALKER_PRIVACY_KEYS holds its lines");
  public static final Key<String> PRIVACY_QUERY =
      new Key<>(
          "privacy.query.allowed",
          ValueType.LOWER_CASE_WORDS,
          "utm_source,utm_medium,utm_campaign,utm_content,utm_term",
          "the parameters that stay in the address of a page, comma between; all others are cut");
  public static final Key<String> PRIVACY_NAMES =
      new Key<>(
          "privacy.names",
          ValueType.LOWER_CASE_WORDS,
          "email,mail,phone,telephone,tel,mobile,fax,msisdn,whatsapp,ip,ipaddress,useripaddress,"
              + "firstname,lastname,fullname,username,birthday,birthdate,dateofbirth,address,street,"
              + "traits.name",
          "ends of names in ext whose values are personal whatever they look like, comma between");
  public static final Key<String> MODE =
      new Key<>(
          "mode",
          ValueType.oneOf("live", "replay"),
          "live",
          "decide and act, or decide alike and send nothing; a bounded run is a replay");
  public static final Key<String> POLICY_FILE =
      new Key<>(
          "policy.file",
          ValueType.TEXT,
          "",
          "YAML that says which treatments answer which detections; empty: the built-in policy");
  public static final Key<String> CONSENT_DEFAULT_MARKETING = consentDefault("marketing");
  public static final Key<String> CONSENT_DEFAULT_SALES = consentDefault("sales");
  public static final Key<String> CONSENT_DEFAULT_PROFILING = consentDefault("profiling");
  public static final Key<String> DELIVER_TARGETS_FILE =
      new Key<>(
          "deliver.targets.file",
          ValueType.TEXT,
          "",
          "YAML that names the target of each channel; empty: nothing is sent, all is recorded as no_target");
  public static final Key<Long> DELIVER_ATTEMPTS =
      new Key<>(
          "deliver.attempts",
          ValueType.NUMBER,
          "6",
          "how often an action is tried before it failed");
  public static final Key<Duration> DELIVER_BACKOFF =
      new Key<>(
          "deliver.backoff",
          ValueType.DURATION,
          "1s",
          "longest wait before the second attempt; doubles with each, drawn at random below it");
  public static final Key<Duration> DELIVER_TIMEOUT =
      new Key<>(
          "deliver.timeout", ValueType.DURATION, "5s", "how long a target may take to answer");
  public static final Key<Duration> DELIVER_MAX_AGE =
      new Key<>(
          "deliver.max-age",
          ValueType.DURATION,
          "3d",
          "so long after its time, or after deliver first heard of it, an action is expired");
  public static final Key<String> DELIVER_ALLOWED_NETWORKS =
      new Key<>(
          "deliver.allowed-networks",
          ValueType.TEXT,
          "",
          "networks such as 127.0.0.0/8,fd00::/8 that targets may be in; all others have to be public");
  public static final Key<Long> STORM_MAX_ACTIONS =
      new Key<>(
          "storm.max-actions-per-minute",
          ValueType.NUMBER,
          "600",
          "more actions than this in a minute are held back, and it is said");
  public static final Key<Boolean> RUN_BOUNDED =
      new Key<>(
          "run.bounded",
          ValueType.FLAG,
          "false",
          "read to the present end of the topics, then finish");
  public static final Key<String> RUN_AT_END =
      new Key<>(
          "run.at-end",
          ValueType.oneOf("fire", "hold"),
          "fire",
          "at the end of a bounded run: let what would come due fire, or hold it back");
  public static final Key<Boolean> RUN_SKIP_WRITTEN =
      new Key<>(
          "run.skip-written",
          ValueType.FLAG,
          "false",
          "leave out rows whose key stands in the table already; set where a run starts from empty"
              + " state");

  private Keys() {}

  public static List<Key<?>> all() {
    return List.of(
        KAFKA_BOOTSTRAP_SERVERS,
        KAFKA_PARTITIONS,
        KAFKA_REPLICATION,
        CATALOG_IMPLEMENTATION,
        CATALOG_URI,
        CATALOG_WAREHOUSE,
        TIME_DISORDER,
        TIME_HEARTBEAT,
        CORRECTION_HORIZON,
        DETECT_ENGINE,
        ABANDONMENT_KEY,
        BROWSE_AFTER,
        BROWSE_PRODUCTS,
        SEARCH_AFTER,
        SEARCHED_WITHIN,
        CART_AFTER,
        CHECKOUT_AFTER,
        PAYMENT_AFTER,
        CART_KEPT,
        REOPEN_KEPT,
        REOPEN_QUIET,
        REOPEN_LOW_STOCK,
        REOPEN_CUSTOMERS,
        STRUGGLE_THRESHOLD,
        STRUGGLE_REARM_AFTER,
        STRUGGLE_CHAT_QUIET,
        STRUGGLE_STALL_AFTER,
        STRUGGLE_GAVE_UP_AFTER,
        STRUGGLE_DEAD_CLICK_AFTER,
        STRUGGLE_SLOW_LCP,
        STRUGGLE_SLOW_INP,
        STRUGGLE_SUPPRESS,
        STRUGGLE_INCIDENTS,
        INCIDENT_SESSIONS,
        INCIDENT_RATIO,
        INCIDENT_TAIL,
        INCIDENT_CLOSES_AFTER,
        INCIDENT_PRIOR,
        STALE_AFTER,
        STALE_SECOND_AFTER,
        STALE_THIRD_AFTER,
        STAKEHOLDER_ROSTER,
        STAKEHOLDER_RHYTHM,
        RHYTHM_GAPS,
        RHYTHM_SHORTEST,
        RHYTHM_LONGEST,
        STAKEHOLDER_CALENDAR,
        BULK_CONTACTS,
        BULK_QUIET,
        PRIVACY_KEYS_FILE,
        PRIVACY_QUERY,
        PRIVACY_NAMES,
        MODE,
        POLICY_FILE,
        CONSENT_DEFAULT_MARKETING,
        CONSENT_DEFAULT_SALES,
        CONSENT_DEFAULT_PROFILING,
        DELIVER_TARGETS_FILE,
        DELIVER_ATTEMPTS,
        DELIVER_BACKOFF,
        DELIVER_TIMEOUT,
        DELIVER_MAX_AGE,
        DELIVER_ALLOWED_NETWORKS,
        STORM_MAX_ACTIONS,
        RUN_BOUNDED,
        RUN_AT_END,
        RUN_SKIP_WRITTEN);
  }

  private static Key<String> consentDefault(String purpose) {
    return new Key<>(
        "consent.default." + purpose,
        ValueType.oneOf("granted", "denied"),
        "denied",
        "what it means for %s that a person has said nothing".formatted(purpose));
  }
}
