package io.floorwalker.deliver.message;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person is told: plain text of bounded length, without markup; each channel lays it out and
 * escapes it.
 *
 * @param title one line
 * @param parts in the order in which they are read
 * @param evidence where to look; null where nobody has said
 * @param buttons by which the reader answers
 */
public record Message(
    String title, List<Part> parts, @Nullable Link evidence, List<Button> buttons) {

  /** One that nobody is asked to answer. */
  public Message(String title, List<Part> parts, @Nullable Link evidence) {
    this(title, parts, evidence, List.of());
  }

  /** A labelled paragraph; without label in what goes to customers. */
  public record Part(String label, String text) {
    public String line() {
      return label.isEmpty() ? text : label + ": " + text;
    }
  }

  /** A link and its words. */
  public record Link(URI address, String label) {}

  /**
   * An answer that the reader can give.
   *
   * @param word by which it is known
   * @param ticket what entitles to it
   * @param link to the page that takes it; null where the channel takes clicks itself
   */
  public record Button(String word, String label, String ticket, @Nullable URI link) {}

  /** The links with their words: to the evidence, then those of the buttons that have one. */
  public List<Link> links() {
    List<Link> links = new ArrayList<>();
    if (evidence != null) {
      links.add(evidence);
    }
    for (Button button : buttons) {
      if (button.link() != null) {
        links.add(new Link(button.link(), button.label()));
      }
    }
    return links;
  }

  /** All of it as lines, the links last. */
  public String text() {
    return Stream.concat(
            parts.stream().map(Part::line),
            links().stream().map(link -> link.label() + ": " + link.address()))
        .collect(Collectors.joining("\n"));
  }
}
