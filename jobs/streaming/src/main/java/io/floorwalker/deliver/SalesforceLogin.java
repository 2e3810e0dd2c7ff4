package io.floorwalker.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.floorwalker.deliver.web.Call;
import io.floorwalker.deliver.web.Json;
import io.floorwalker.deliver.web.Reply;
import io.floorwalker.deliver.web.Web;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A session by OAuth's client credentials at the organisation's own domain, shared by all attempts
 * until somebody finds it ended. The instance that the answer names is not used: where is sent to
 * is said in the settings alone.
 */
final class SalesforceLogin {
  private final Web web;
  private final URI domain;
  private final String clientId;
  private final String secret;
  private final Json json = new Json();
  private @Nullable String token;

  SalesforceLogin(Web web, URI domain, String clientId, String secret) {
    this.web = web;
    this.domain = domain;
    this.clientId = clientId;
    this.secret = secret;
  }

  /** No session was given. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    private Refused(Answer answer) {
      this.answer = answer;
    }

    Answer answer() {
      return answer;
    }
  }

  URI resolve(String path) {
    return domain.resolve(path);
  }

  synchronized String token() throws IOException, Refused {
    if (token == null) {
      token = open();
    }
    return token;
  }

  /** The session with this token has ended; another that was opened since is kept. */
  synchronized void forget(String ended) {
    if (ended.equals(token)) {
      token = null;
    }
  }

  private String open() throws IOException, Refused {
    String form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s"
            .formatted(URLEncoder.encode(clientId, UTF_8), URLEncoder.encode(secret, UTF_8));
    Reply reply = web.send(Call.postForm(resolve("/services/oauth2/token"), form));
    Map<?, ?> said = json.object(reply.body());
    if (reply.isSuccess() && said.get("access_token") instanceof String opened) {
      return opened;
    }
    boolean passes = reply.status() == 429 || reply.status() >= 500 || reply.isSuccess();
    throw new Refused(
        passes
            ? Answer.none("login_failed")
            : Answer.refused(said.get("error") == null ? "login_failed" : word(said)));
  }

  private static String word(Map<?, ?> said) {
    String word = VendorWord.of(said.get("error"));
    return word.isEmpty() ? "login_failed" : word;
  }
}
