package io.floorwalker.deliver;

import java.util.List;

/** What people type who want to be more than text. */
final class Payloads {
  static final List<String> ALL =
      List.of(
          "<!channel> all",
          "<!here|x>",
          "<@U012ABCDE>",
          "<#C012ABCDE|general>",
          "<https://evil.example|your bank>",
          "<mailto:a@evil.example|mail>",
          "@channel @here @everyone",
          "*bold* _it_ ~gone~ `code`",
          "```\nblock\n```",
          "&lt;!channel&gt;",
          "[bank](https://evil.example)",
          "![x](https://evil.example/x.png)",
          "[x]: https://evil.example",
          "# heading\n- list\n1. one",
          "| a | b |\n|---|---|",
          "<at>Everyone</at>",
          "{{DATE(2026-03-02T12:00:00Z)}}",
          "${$root.secret}",
          "@{triggerBody()}",
          "<script>alert(1)</script>",
          "<img src=x onerror=alert(1)>",
          "\" onmouseover=\"alert(1)",
          "' style='position:fixed",
          "</p></body><h1>hi</h1>",
          "javascript:alert(1)",
          "https://evil.example/pay",
          "www.evil.example",
          "evil.example",
          "shop。evil．example",
          "x\r\nBcc: victim@evil.example",
          "x\u0000\u0007\u001b[31mred",
          "\u202egpj.exe",
          "\u2066a\u2067b\u2069",
          "zero\u200bwidth\u200d\ufeff",
          "line\u2028para\u2029next\u0085end",
          "\ud800 lone",
          "Z" + "\u0351".repeat(200),
          "huge ".repeat(20_000),
          "\ud83d\uded2".repeat(500),
          "=HYPERLINK(\"http://evil.example\")",
          "\",\"channel\":\"C0EVIL\"}",
          "\\\",\\n{\"a\":1}",
          "%0d%0aSet-Cookie: a=b",
          "{account}{contact}[{step}]");

  private Payloads() {}
}
