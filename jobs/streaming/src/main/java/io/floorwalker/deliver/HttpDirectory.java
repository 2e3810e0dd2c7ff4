package io.floorwalker.deliver;

import io.floorwalker.deliver.web.Call;
import io.floorwalker.deliver.web.Json;
import io.floorwalker.deliver.web.Reply;
import io.floorwalker.deliver.web.Web;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Asks a service: GET {@code <address><recipient_ref>} answers 200 and {@code {"address": "..."}},
 * or 404 where nobody knows one.
 */
final class HttpDirectory implements RecipientDirectory {
  private final Web web;
  private final URI service;
  private final Json json = new Json();

  HttpDirectory(Web web, URI service) {
    this.web = web;
    this.service = service;
  }

  @Override
  public Optional<String> address(String recipientRef) throws IOException {
    String reference = URLEncoder.encode(recipientRef, StandardCharsets.UTF_8).replace("+", "%20");
    Reply reply = web.send(Call.get(URI.create(service + reference)));
    if (reply.status() == 404) {
      return Optional.empty();
    }
    if (!reply.isSuccess()) {
      throw new DirectoryDown();
    }
    return json.object(reply.body()).get("address") instanceof String address && !address.isBlank()
        ? Optional.of(address)
        : Optional.empty();
  }
}
