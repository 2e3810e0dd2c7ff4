package io.floorwalker.deliver;

import io.floorwalker.deliver.message.Message;
import io.floorwalker.deliver.message.Wording;
import io.floorwalker.deliver.web.Call;
import io.floorwalker.deliver.web.Json;
import io.floorwalker.deliver.web.Web;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/** Posts a message, laid out for its reader, to an address that is its own password. */
final class MessageHook implements Carrier {
  private final Web web;
  private final URI address;
  private final Wording wording;
  private final Function<Message, Map<String, Object>> layout;
  private final Json json = new Json();

  MessageHook(
      Web web, URI address, Wording wording, Function<Message, Map<String, Object>> layout) {
    this.web = web;
    this.address = address;
    this.wording = wording;
    this.layout = layout;
  }

  @Override
  public Answer carry(Letter letter, Instant at) throws IOException {
    return post(wording.of(letter.action()), at);
  }

  /** A second message, for what came through such an address cannot be changed. */
  @Override
  public Answer takeBack(Letter letter, Instant at) throws IOException {
    return post(wording.over(letter.action()), at);
  }

  private Answer post(Message message, Instant at) throws IOException {
    byte[] body = json.bytes(layout.apply(message));
    return Answer.of(web.send(Call.postJson(address, body)), at);
  }
}
