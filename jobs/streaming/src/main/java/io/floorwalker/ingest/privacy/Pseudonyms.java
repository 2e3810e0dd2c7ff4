package io.floorwalker.ingest.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What stands for a value: its kind, the id of the key, and 128 bits of HMAC-SHA-256 over the kind
 * and the value in its normal spelling ({@code email_k1_3f...}). Whoever has the key can make it of
 * a value, nobody a value of it. Not thread-safe.
 */
public final class Pseudonyms {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 16;
  private static final Pattern FORM =
      Pattern.compile("(?:email|ip|phone|text)_[a-z][a-z0-9]{0,15}_[0-9a-f]{32}");

  private final PseudonymKeys keys;
  private final Map<String, Mac> macs = new HashMap<>();

  public Pseudonyms(PseudonymKeys keys) {
    this.keys = keys;
  }

  /**
   * What stands for the value of an id from a moment on, milliseconds; the value itself where ids
   * of its kind are passed on as they are.
   */
  public String ofId(String value, long at) {
    return new Hiding(this, at).id(value);
  }

  String of(Trace trace, String value, long at) {
    return of(trace.word(), trace.normal(value), at);
  }

  /** Of a value that is personal because of its name. */
  String ofText(String value, long at) {
    return of("text", value.strip(), at);
  }

  /** Whether a value is a pseudonym already. */
  static boolean isOne(String value) {
    return FORM.matcher(value).matches();
  }

  private String of(String word, String value, long at) {
    PseudonymKeys.Secret key = keys.at(at);
    Mac mac = macs.computeIfAbsent(key.id(), id -> mac(key.bytes()));
    byte[] hash = mac.doFinal((word + "\n" + value).getBytes(StandardCharsets.UTF_8));
    return word + "_" + key.id() + "_" + HexFormat.of().formatHex(hash, 0, BYTES);
  }

  private static Mac mac(byte[] key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
