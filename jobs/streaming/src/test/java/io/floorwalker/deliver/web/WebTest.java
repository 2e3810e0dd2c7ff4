package io.floorwalker.deliver.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a target may lead, on a machine that listens on all of its addresses. */
class WebTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final Networks PUBLIC = Networks.allowing("");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "127.0.0.1",
        "127.1.2.3",
        "127.255.255.254",
        "0.0.0.0",
        "0.1.2.3",
        "2130706433",
        "127.1",
        "0",
        "0x7f000001",
        "0x7f.0.0.1",
        "0x7f.1",
        "0177.0.0.1",
        "017700000001",
        "127.0.0.01",
        "127.0.0.1.",
        "127.0.1",
        "0x0",
        "00000000000000000177.1",
        "10.0.0.1",
        "10.255.255.255",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.0.1",
        "100.64.0.1",
        "100.127.255.255",
        "169.254.169.254",
        "169.254.0.1",
        "192.0.0.192",
        "192.0.2.1",
        "198.18.0.1",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "2852039166",
        "[::1]",
        "[::]",
        "[0:0:0:0:0:0:0:1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[::ffff:169.254.169.254]",
        "[::127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[64:ff9b:1::7f00:1]",
        "[2002:7f00:1::]",
        "[2001::1]",
        "[2001:db8::1]",
        "[fe80::1]",
        "[fec0::1]",
        "[fc00::1]",
        "[fd00:ec2::254]",
        "[ff02::1]",
        "[100::1]"
      })
  void noConnectionIsMadeToWhatIsNotPublic(String host) throws IOException {
    try (TestingServer server = TestingServer.saying("HTTP/1.1 200 OK\r\n\r\n");
        Web web = Web.open(PUBLIC, TIMEOUT)) {
      URI address = URI.create("http://" + host + ":" + server.port() + "/");
      assertThatThrownBy(() -> web.send(Call.get(address)))
          .isInstanceOf(ForbiddenAddress.class)
          .hasNoCause()
          .asString()
          .doesNotContain(host);
      assertThat(server.connections()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "1.1.1.1"})
  void publicAddressesAreAllowed(String address) throws IOException {
    assertThat(PUBLIC.allow(InetAddress.getByName(address))).isTrue();
  }

  @Test
  void aNameThatMeansSomethingElseTheNextTimeLeadsNowhere() throws IOException {
    List<String> asked = new ArrayList<>();
    Names rebinding =
        host -> {
          asked.add(host);
          return TestingServer.at(asked.size() == 1 ? "127.0.0.2" : "127.0.0.1");
        };
    try (TestingServer server =
            TestingServer.saying("HTTP/1.1 204 No\r\nConnection: close\r\n\r\n");
        Web web = HttpWeb.open(Networks.allowing("127.0.0.2"), TIMEOUT, rebinding)) {
      URI address = URI.create("http://shop.example:" + server.port() + "/");
      assertThat(web.send(Call.get(address)).status()).isEqualTo(204);
      assertThat(asked).as("looked up once, and connected to that").containsExactly("shop.example");

      assertThatThrownBy(() -> web.send(Call.get(address))).isInstanceOf(ForbiddenAddress.class);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void aNameOfWhichOneAddressIsNotPublicIsNotUsed() throws IOException {
    try (Web web =
        HttpWeb.open(PUBLIC, TIMEOUT, host -> TestingServer.at("93.184.216.34", "10.0.0.1"))) {
      assertThatThrownBy(() -> web.send(Call.get(URI.create("http://shop.example/"))))
          .isInstanceOf(ForbiddenAddress.class);
    }
  }

  @Test
  void aSocketOfAnotherLibraryIsCheckedToo() throws IOException {
    try (TestingServer server = TestingServer.saying("220 hello\r\n")) {
      InetSocketAddress here = new InetSocketAddress("127.0.0.1", server.port());
      try (Socket refused = new CheckedSockets(PUBLIC).createSocket()) {
        assertThatThrownBy(() -> refused.connect(here)).isInstanceOf(ForbiddenAddress.class);
        assertThat(server.connections()).isZero();
      }
      try (Socket allowed = new CheckedSockets(Networks.allowing("127.0.0.0/8")).createSocket()) {
        allowed.connect(here);
        assertThat(allowed.getInputStream().read()).isEqualTo('2');
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "10.0.0.0/33", "10.0.0.0/x", "::1/129", "10.0.0.0/-1", "x"})
  void whatIsNoNetworkIsSaid(String text) {
    assertThatThrownBy(() -> Networks.allowing(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no network; write 10.2.0.0/16");
  }

  @Test
  void anAnswerThatIsTooLongIsCutAndOneThatNeverEndsIsGivenUp() throws IOException {
    String huge = "HTTP/1.1 200 OK\r\nContent-Length: 10000000\r\n\r\n" + "x".repeat(10_000_000);
    try (TestingServer server = TestingServer.saying(huge);
        Web web = Web.open(Networks.allowing("127.0.0.1"), TIMEOUT)) {
      URI address = URI.create("http://127.0.0.1:" + server.port() + "/");
      assertThat(web.send(Call.get(address)).body()).hasSize(64 * 1024);
    }
    try (TestingServer server =
            TestingServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nx");
        Web web = Web.open(Networks.allowing("127.0.0.1"), TIMEOUT)) {
      URI address = URI.create("http://127.0.0.1:" + server.port() + "/");
      assertThatThrownBy(() -> web.send(Call.get(address)))
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(HttpTimeoutException.class);
    }
  }

  @Test
  void noHeaderIsBrokenOutOf() {
    Call call = Call.get(URI.create("http://shop.example/"));
    assertThatThrownBy(() -> call.with("x", "a\r\nb: c"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsNoJsonIsEmpty() {
    Json json = new Json();
    assertThat(json.object("<html>")).isEmpty();
    assertThat(json.object("[1]")).isEmpty();
    assertThat(json.object("{\"a\": [1, true, null, \"b\"]}").get("a"))
        .asString()
        .isEqualTo("[1, true, null, b]");
    assertThat(json.list("[".repeat(100_000))).isEmpty();
  }
}
