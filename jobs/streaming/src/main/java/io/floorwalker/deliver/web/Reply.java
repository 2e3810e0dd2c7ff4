package io.floorwalker.deliver.web;

import org.jspecify.annotations.Nullable;

/**
 * What came back of a call.
 *
 * @param retryAfter the header of this name
 * @param body at most its first 64 KiB
 */
public record Reply(int status, @Nullable String retryAfter, String body) {

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }
}
