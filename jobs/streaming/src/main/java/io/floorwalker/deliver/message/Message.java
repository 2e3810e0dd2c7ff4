package io.floorwalker.deliver.message;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a person is told: plain text of bounded length, without markup; each channel lays it out and
 * escapes it.
 *
 * @param title one line
 * @param parts in the order in which they are read
 * @param evidence where to look; null where nobody has said
 */
public record Message(String title, List<Part> parts, @Nullable Evidence evidence) {

  /** A labelled paragraph; without label in what goes to customers. */
  public record Part(String label, String text) {
    public String line() {
      return label.isEmpty() ? text : label + ": " + text;
    }
  }

  /** A link and its words. */
  public record Evidence(URI address, String label) {}

  /** All of it as lines, the link last. */
  public String text() {
    String lines = parts.stream().map(Part::line).collect(Collectors.joining("\n"));
    return evidence == null ? lines : lines + "\n" + evidence.label() + ": " + evidence.address();
  }
}
