package io.floorwalker.deliver;

import io.floorwalker.deliver.web.Call;
import io.floorwalker.deliver.web.Web;
import io.floorwalker.schema.Action;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Posts an action as JSON, signed as <a href="https://www.standardwebhooks.com">Standard
 * Webhooks</a> where the target has a secret. {@code webhook-id} is the action's id at each
 * attempt.
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
  public Answer carry(Action action, Instant at) throws IOException {
    byte[] body = Payload.of(action);
    long timestamp = at.getEpochSecond();
    Call call =
        Call.postJson(address, body)
            .with("webhook-id", action.getActionId())
            .with("webhook-timestamp", Long.toString(timestamp));
    if (signature != null) {
      call = call.with("webhook-signature", signature.of(action.getActionId(), timestamp, body));
    }
    return Answer.of(web.send(call), at);
  }
}
