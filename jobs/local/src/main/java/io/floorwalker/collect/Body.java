package io.floorwalker.collect;

import com.sun.net.httpserver.HttpExchange;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** The text of a request, unpacked; at most 500 KiB, as Segment takes them. */
final class Body {
  static final int LARGEST = 500 * 1024;

  private Body() {}

  static String of(HttpExchange exchange) throws IOException, Refused {
    byte[] bytes = bytes(exchange);
    if (bytes.length > LARGEST) {
      throw new Refused(413, "send at most 500 KiB at once, unpacked");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Refused(400, "send UTF-8");
    }
  }

  private static byte[] bytes(HttpExchange exchange) throws IOException, Refused {
    try (InputStream unpacked = unpacked(exchange)) {
      return unpacked.readNBytes(LARGEST + 1);
    } catch (ZipException | EOFException e) {
      throw new Refused(400, "Content-Encoding says gzip, and the body is not");
    }
  }

  /** Read only as far as it is taken, so that a bomb stays packed. */
  private static InputStream unpacked(HttpExchange exchange) throws IOException, Refused {
    @Nullable String encoding = exchange.getRequestHeaders().getFirst("Content-Encoding");
    if (encoding == null || encoding.equalsIgnoreCase("identity")) {
      return exchange.getRequestBody();
    }
    if (!encoding.equalsIgnoreCase("gzip")) {
      throw new Refused(415, "send plain JSON, or pack it with gzip");
    }
    return new GZIPInputStream(exchange.getRequestBody());
  }
}
