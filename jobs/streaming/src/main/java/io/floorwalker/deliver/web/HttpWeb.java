package io.floorwalker.deliver.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;

/**
 * An HTTP client that follows no redirect, goes through no proxy, connects to allowed addresses
 * only, and takes no longer than its timeout, whatever the other side does.
 */
final class HttpWeb implements Web {
  private static final int LONGEST_BODY = 64 * 1024;

  private final CloseableHttpClient client;
  private final Duration timeout;
  private final ScheduledThreadPoolExecutor watch;

  private HttpWeb(CloseableHttpClient client, Duration timeout) {
    this.client = client;
    this.timeout = timeout;
    this.watch = new ScheduledThreadPoolExecutor(1, DaemonThreads.named("deliver-watch"));
    watch.setRemoveOnCancelPolicy(true);
  }

  /** The timeout holds from the look-up of the name to the end of the answer. */
  static HttpWeb open(Networks networks, Duration timeout) {
    return open(networks, timeout, InetAddress::getAllByName);
  }

  static HttpWeb open(Networks networks, Duration timeout, Names names) {
    return new HttpWeb(WebClient.of(new CheckedNames(networks, names), timeout), timeout);
  }

  @Override
  public Reply send(Call call) throws IOException {
    HttpUriRequestBase request = new HttpUriRequestBase(call.method(), call.address());
    call.headers().forEach(request::setHeader);
    if (call.body().length > 0) {
      request.setEntity(new ByteArrayEntity(call.body(), (ContentType) null));
    }
    Future<?> tooLate = watch.schedule(request::cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return client.execute(request, HttpWeb::read);
    } catch (CheckedNames.Forbidden e) {
      throw new ForbiddenAddress();
    } catch (IOException e) {
      if (request.isCancelled()) {
        throw new HttpTimeoutException("no whole answer in time");
      }
      throw e;
    } finally {
      tooLate.cancel(false);
    }
  }

  private static Reply read(ClassicHttpResponse response) throws IOException {
    Header retryAfter = response.getFirstHeader("retry-after");
    return new Reply(
        response.getCode(),
        retryAfter == null ? null : retryAfter.getValue(),
        body(response.getEntity()));
  }

  private static String body(HttpEntity entity) throws IOException {
    return entity == null
        ? ""
        : new String(entity.getContent().readNBytes(LONGEST_BODY), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
    watch.shutdownNow();
  }
}
