package io.floorwalker.deliver;

import io.floorwalker.deliver.web.Call;
import io.floorwalker.deliver.web.Json;
import io.floorwalker.deliver.web.Reply;
import io.floorwalker.deliver.web.Web;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Upserts one record for each action by an external id that is unique, so that a repeat changes
 * what is there and adds nothing. A session that has ended is opened again, once an attempt.
 */
final class Salesforce implements Carrier {
  private static final long THROTTLED = Duration.ofMinutes(5).toMillis();
  private static final Set<String> PASSES = Set.of("UNABLE_TO_LOCK_ROW", "SERVER_UNAVAILABLE");

  private final Web web;
  private final SalesforceLogin login;
  private final SalesforceRecord record;
  private final Json json = new Json();

  Salesforce(Web web, SalesforceLogin login, SalesforceRecord record) {
    this.web = web;
    this.login = login;
    this.record = record;
  }

  @Override
  public Answer carry(Letter letter, Instant at) throws IOException {
    Optional<Map<String, Object>> fields = record.fields(letter.action());
    return fields.isEmpty() ? Answer.noAddress() : upsert(letter, fields.get(), at);
  }

  @Override
  public Answer takeBack(Letter letter, Instant at) throws IOException {
    return upsert(letter, record.closed(letter.action()), at);
  }

  private Answer upsert(Letter letter, Map<String, Object> fields, Instant at) throws IOException {
    URI address = login.resolve(record.path(letter.action()));
    byte[] body = json.bytes(fields);
    try {
      String token = login.token();
      Reply reply = web.send(Call.patchJson(address, body).bearing(token));
      if (reply.status() == 401) {
        login.forget(token);
        reply = web.send(Call.patchJson(address, body).bearing(login.token()));
      }
      return said(reply, at);
    } catch (SalesforceLogin.Refused e) {
      return e.answer();
    }
  }

  private Answer said(Reply reply, Instant at) {
    if (reply.isSuccess()) {
      return Answer.of(reply, at);
    }
    String error = code(reply);
    if (error.equals("REQUEST_LIMIT_EXCEEDED")) {
      return Answer.later(reply.status(), error, THROTTLED);
    }
    return PASSES.contains(error) ? Answer.none(error) : Answer.of(reply, at);
  }

  private String code(Reply reply) {
    List<?> errors = json.list(reply.body());
    return !errors.isEmpty() && errors.get(0) instanceof Map<?, ?> first
        ? VendorWord.of(first.get("errorCode"))
        : "";
  }
}
