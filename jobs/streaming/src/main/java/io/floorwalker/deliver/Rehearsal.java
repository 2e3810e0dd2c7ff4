package io.floorwalker.deliver;

import io.floorwalker.deliver.web.Call;
import io.floorwalker.deliver.web.Reply;
import io.floorwalker.deliver.web.Web;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Writes requests down instead of sending them, and answers as a target does that is content.
 * Nothing is connected. What is secret is masked: tokens, and addresses that are their own
 * password.
 */
final class Rehearsal implements Web {
  private static final String MASK = "***";

  /** For a session, a recipient, and Slack; each takes what it looks for. */
  private static final String CONTENT =
      "{\"ok\": true, \"access_token\": \"rehearsed\", \"address\": \"recipient@example.org\"}";

  private final Consumer<String> paper;
  private final boolean secretAddress;

  /** {@code secretAddress} is true where who knows the address may write to it. */
  Rehearsal(Consumer<String> paper, boolean secretAddress) {
    this.paper = paper;
    this.secretAddress = secretAddress;
  }

  @Override
  public Reply send(Call call) {
    StringBuilder text = new StringBuilder();
    text.append(call.method()).append(' ').append(shown(call.address())).append('\n');
    call.headers()
        .forEach(
            (name, value) ->
                text.append(name).append(": ").append(shown(name, value)).append('\n'));
    String body = new String(call.body(), StandardCharsets.UTF_8);
    text.append('\n').append(body.replaceAll("(client_secret=)[^&]*", "$1" + MASK));
    paper.accept(text.toString());
    return new Reply(200, null, CONTENT);
  }

  private String shown(URI address) {
    return secretAddress
        ? address.getScheme() + "://" + address.getRawAuthority() + "/" + MASK
        : address.toString();
  }

  private static String shown(String name, String value) {
    return name.equals("authorization") ? value.replaceAll(" .*", " " + MASK) : value;
  }

  @Override
  public void close() {}
}
