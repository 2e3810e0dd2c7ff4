package io.floorwalker.deliver.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** One request over HTTP. */
public record Call(String method, URI address, Map<String, String> headers, byte[] body) {

  public static Call get(URI address) {
    return new Call("GET", address, Map.of(), new byte[0]);
  }

  public static Call postJson(URI address, byte[] body) {
    return new Call("POST", address, Map.of("content-type", "application/json"), body);
  }

  public static Call patchJson(URI address, byte[] body) {
    return new Call("PATCH", address, Map.of("content-type", "application/json"), body);
  }

  public static Call postForm(URI address, String form) {
    return new Call(
        "POST",
        address,
        Map.of("content-type", "application/x-www-form-urlencoded"),
        form.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * @throws IllegalArgumentException for a value that would break out of its header
   */
  public Call with(String header, String value) {
    if (!value.chars().allMatch(character -> character >= ' ' && character < 0x7f)) {
      throw new IllegalArgumentException(header + " cannot be sent");
    }
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Call(method, address, more, body);
  }

  public Call bearing(String token) {
    return with("authorization", "Bearer " + token);
  }
}
