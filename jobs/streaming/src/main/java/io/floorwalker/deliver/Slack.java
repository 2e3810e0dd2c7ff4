package io.floorwalker.deliver;

import io.floorwalker.deliver.message.Wording;
import io.floorwalker.deliver.web.Call;
import io.floorwalker.deliver.web.Json;
import io.floorwalker.deliver.web.Reply;
import io.floorwalker.deliver.web.Web;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Posts messages with Slack's method chat.postMessage into the recipient's conversation, and
 * changes them with chat.update. Slack says no with status 200 and a word.
 */
final class Slack implements Carrier {
  static final URI API = URI.create("https://slack.com/api/");

  /** What passes, by Slack's list of errors of the method. */
  private static final Set<String> PASSES =
      Set.of(
          "fatal_error",
          "internal_error",
          "rate_limited",
          "ratelimited",
          "request_timeout",
          "service_unavailable",
          "team_added_to_org");

  /** Somebody has removed the message that began the thread, or the conversation with it. */
  private static final Set<String> NO_THREAD =
      Set.of(
          "thread_not_found", "cannot_reply_to_message", "message_not_found", "channel_not_found");

  /** What somebody has to see to: the token is of no use. */
  private static final Set<String> SHUT =
      Set.of(
          "access_denied",
          "account_inactive",
          "enterprise_is_restricted",
          "invalid_auth",
          "missing_scope",
          "no_permission",
          "not_authed",
          "org_login_required",
          "token_expired",
          "token_revoked");

  private final Web web;
  private final URI post;
  private final URI update;
  private final String token;
  private final RecipientDirectory conversations;
  private final Wording wording;
  private final Json json = new Json();

  /** {@code api} ends with a slash. */
  Slack(Web web, URI api, String token, RecipientDirectory conversations, Wording wording) {
    this.web = web;
    this.post = api.resolve("chat.postMessage");
    this.update = api.resolve("chat.update");
    this.token = token;
    this.conversations = conversations;
    this.wording = wording;
  }

  @Override
  public Answer carry(Letter letter, Instant at) throws IOException {
    Optional<String> conversation = conversations.address(letter.action().getRecipientRef());
    if (conversation.isEmpty()) {
      return Answer.noAddress();
    }
    Map<String, Object> body = SlackMessage.of(wording.of(letter.action()));
    Optional<SlackHandle> thread = SlackHandle.parse(letter.handle());
    body.put("channel", thread.map(SlackHandle::conversation).orElse(conversation.get()));
    thread.ifPresent(first -> body.put("thread_ts", first.time()));
    Answer answer = call(post, body, at);
    if (thread.isPresent() && answer.error() != null && NO_THREAD.contains(answer.error())) {
      body.put("channel", conversation.get());
      body.remove("thread_ts");
      return call(post, body, at);
    }
    return answer;
  }

  /** Changes the message; the handle is the conversation and the time by which Slack knows it. */
  @Override
  public Answer takeBack(Letter letter, Instant at) throws IOException {
    Optional<SlackHandle> message = SlackHandle.parse(letter.handle());
    if (message.isEmpty()) {
      return Answer.irrevocable();
    }
    Map<String, Object> body = SlackMessage.of(wording.over(letter.action()));
    body.put("channel", message.get().conversation());
    body.put("ts", message.get().time());
    return call(update, body, at);
  }

  private Answer call(URI method, Map<String, Object> body, Instant at) throws IOException {
    Reply reply = web.send(Call.postJson(method, json.bytes(body)).bearing(token));
    return reply.isSuccess() ? said(reply) : Answer.of(reply, at);
  }

  private Answer said(Reply reply) {
    Map<?, ?> answer = json.object(reply.body());
    if (Boolean.TRUE.equals(answer.get("ok"))) {
      Answer delivered = Answer.http(reply.status(), null);
      return SlackHandle.of(answer).map(handle -> delivered.under(handle.text())).orElse(delivered);
    }
    String error = VendorWord.of(answer.get("error"));
    if (SHUT.contains(error)) {
      return Answer.refused(error);
    }
    return PASSES.contains(error) || error.isEmpty()
        ? Answer.none(error.isEmpty() ? "no_json" : error)
        : Answer.impossible(error);
  }
}
