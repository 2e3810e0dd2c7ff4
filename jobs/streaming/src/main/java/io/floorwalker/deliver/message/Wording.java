package io.floorwalker.deliver.message;

import io.floorwalker.schema.Action;
import io.floorwalker.schema.Audience;
import io.floorwalker.schema.Occasion;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Puts actions into the words of one language. Staff read what happened, why we think so, since
 * when and what to do; customers read what we offer and nothing of what we saw.
 */
public final class Wording {
  public static final List<String> LANGUAGES = List.of("en", "de");

  private final Properties words;
  private final Locale locale;
  private final @Nullable String evidence;
  private final @Nullable Buttons buttons;

  private Wording(
      Properties words, Locale locale, @Nullable String evidence, @Nullable Buttons buttons) {
    this.words = words;
    this.locale = locale;
    this.evidence = evidence;
    this.buttons = buttons;
  }

  /**
   * In one of {@link #LANGUAGES}; {@code evidence} is the address of the page about a detection,
   * with {@code {detection_id}} in it, null where there is none.
   */
  public static Wording in(String language, @Nullable String evidence) {
    String resource = "messages_" + language + ".properties";
    Properties words = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(Wording.class.getResourceAsStream(resource), resource),
            StandardCharsets.UTF_8)) {
      words.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " is part of the program", e);
    }
    return new Wording(words, Locale.forLanguageTag(language), evidence, null);
  }

  /** The same, with buttons below what staff read. */
  public Wording with(Buttons added) {
    return new Wording(words, locale, evidence, added);
  }

  public Message of(Action action) {
    Map<String, String> values = Values.of(action, locale);
    return action.getAudience() == Audience.CUSTOMER
        ? toCustomer(action, values)
        : toStaff(action, values);
  }

  /** That nothing has to be done about an action any more, under the title that it had. */
  public Message over(Action action) {
    Map<String, String> values = Values.of(action, locale);
    String text =
        say(List.of("over." + action.getStatus().toLowerCase(Locale.ROOT), "over"), values);
    Message message = of(action);
    return new Message(
        word("label.over") + ": " + message.title(),
        List.of(new Message.Part("", text)),
        message.evidence());
  }

  private Message toCustomer(Action action, Map<String, String> values) {
    String treatment = "customer." + action.getTreatment();
    return new Message(
        say(List.of(treatment + ".title", "customer.title"), values),
        List.of(new Message.Part("", say(List.of(treatment + ".text", "customer.text"), values))),
        null);
  }

  private Message toStaff(Action action, Map<String, String> values) {
    Occasion occasion = action.getOccasion();
    String kind = occasion == null ? "" : occasion.getKind();
    String cause = occasion == null ? "" : String.valueOf(occasion.getCause());
    String treatment = action.getTreatment();
    List<Message.Part> parts = new ArrayList<>();
    part(parts, "happened", say(List.of("happened." + kind, "happened"), values));
    part(parts, "why", say(List.of("why." + kind + "." + cause, "why." + kind, "why"), values));
    part(parts, "since", say(List.of("since"), values));
    part(parts, "todo", say(List.of("todo." + kind, "todo." + treatment, "todo"), values));
    return new Message(
        say(List.of("title." + kind, "title"), values),
        List.copyOf(parts),
        evidence(action),
        buttons == null ? List.of() : buttons.of(action, this::word));
  }

  private void part(List<Message.Part> parts, String label, String text) {
    parts.add(new Message.Part(word("label." + label), text));
  }

  private Message.@Nullable Link evidence(Action action) {
    if (evidence == null) {
      return null;
    }
    String id = URLEncoder.encode(action.getDetectionId(), StandardCharsets.UTF_8);
    URI address = URI.create(evidence.replace("{detection_id}", id));
    return new Message.Link(address, word("label.evidence"));
  }

  /** The first of these that has words; the last has. */
  private String say(List<String> keys, Map<String, String> values) {
    String key = keys.stream().filter(words::containsKey).findFirst().orElseThrow();
    return new Sentence(word(key)).with(values);
  }

  private String word(String key) {
    return words.getProperty(key, key);
  }
}
