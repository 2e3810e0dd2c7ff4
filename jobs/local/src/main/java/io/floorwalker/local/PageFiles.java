package io.floorwalker.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.floorwalker.page.Origins;
import io.floorwalker.page.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * The files of the demo's page. Its policy lets it load and reach nothing but itself, and refuses
 * to make markup of text. Shop pages that may ask for offers may load {@code help.js}.
 */
final class PageFiles implements HttpHandler {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
          + " require-trusted-types-for 'script'; trusted-types 'none'";

  private static final Map<String, File> FILES =
      Map.of(
          "/", new File("demo.html", "text/html"),
          "/demo.css", new File("demo.css", "text/css"),
          "/demo.js", new File("demo.js", "text/javascript"),
          "/help.js", new File("help.js", "text/javascript"),
          "/icon.svg", new File("icon.svg", "image/svg+xml"));

  private final Origins shops;

  PageFiles(Origins shops) {
    this.shops = shops;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    File file = FILES.get(exchange.getRequestURI().getPath());
    if (!shops.admit(exchange)) {
      Reply.say(exchange, 403, "pages of this origin may not ask");
    } else if (file == null) {
      Reply.say(exchange, 404, "there is one page here: /");
    } else if (!exchange.getRequestMethod().equals("GET")) {
      Reply.say(exchange, 405, "GET only");
    } else {
      exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
      exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
      Reply.send(exchange, 200, file.type(), file.bytes());
    }
  }

  private record File(String name, String type) {

    byte[] bytes() throws IOException {
      try (InputStream resource = PageFiles.class.getResourceAsStream(name)) {
        if (resource == null) {
          throw new IOException(name + " is part of the program");
        }
        return resource.readAllBytes();
      }
    }
  }
}
