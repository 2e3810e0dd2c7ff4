package io.floorwalker.deliver;

import io.floorwalker.deliver.web.Call;
import io.floorwalker.deliver.web.Web;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Posts an action as JSON, signed as <a href="https://www.standardwebhooks.com">Standard
 * Webhooks</a> where the target has a secret. {@code webhook-id} is the action's id at each attempt
 * to send it.
 */
final class Webhook implements Carrier {
  private final Web web;
  private final URI address;
  private final @Nullable Signature signature;

  /** {@code signature} is null where the target has no secret. */
  Webhook(Web web, URI address, @Nullable Signature signature) {
    this.web = web;
    this.address = address;
    this.signature = signature;
  }

  @Override
  public Answer carry(Letter letter, Instant at) throws IOException {
    return post(letter.id(), letter, at);
  }

  /** A message of its own: {@code webhook-id} is the action's id and what became of it. */
  @Override
  public Answer takeBack(Letter letter, Instant at) throws IOException {
    return post(letter.id() + "." + Errand.status(letter.action()), letter, at);
  }

  private Answer post(String id, Letter letter, Instant at) throws IOException {
    byte[] body = Payload.of(letter.action());
    long timestamp = at.getEpochSecond();
    Call call =
        Call.postJson(address, body)
            .with("webhook-id", id)
            .with("webhook-timestamp", Long.toString(timestamp));
    if (signature != null) {
      call = call.with("webhook-signature", signature.of(id, timestamp, body));
    }
    return Answer.of(web.send(call), at);
  }
}
