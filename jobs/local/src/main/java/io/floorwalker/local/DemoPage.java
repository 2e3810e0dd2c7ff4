package io.floorwalker.local;

import io.floorwalker.page.OfferBook;
import io.floorwalker.page.OfferEndpoint;
import io.floorwalker.page.Origins;
import io.floorwalker.page.PageServer;
import io.floorwalker.page.Streams;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The page of {@code demo --page}, on loopback: a toy shop to play the shopper in, what the jobs
 * make of it, and the on-page channel that brings help.
 */
final class DemoPage implements AutoCloseable {

  private static final int MOST_PAGES = 256;

  private final PageServer server;
  private final PageTopics topics;
  private final PageFeed feed;

  private DemoPage(PageServer server, PageTopics topics, PageFeed feed) {
    this.server = server;
    this.topics = topics;
    this.feed = feed;
  }

  static DemoPage open(String bootstrapServers, PageOptions options, Clock clock) {
    PageServer server = bind(options.port().orElse(0));
    PageTopics topics = PageTopics.open(bootstrapServers);
    Streams pages = new Streams(MOST_PAGES);
    OfferBook offers = new OfferBook(pages, clock);
    Set<String> hosts =
        Set.of(BrokerFiles.HOST + ":" + server.port(), "localhost:" + server.port());
    Origins own = new Origins(origins(hosts));
    Origins shops = shops(hosts, options.origins());
    WatchEndpoint watch = new WatchEndpoint(new Streams(MOST_PAGES), own);
    server.start(
        hosts,
        Map.of(
            "/",
            new PageFiles(shops),
            EventDoor.PATH,
            new EventDoor(topics, own),
            WatchEndpoint.PATH,
            watch,
            OfferEndpoint.PATH,
            new OfferEndpoint(offers, pages, shops, topics, clock)));
    return new DemoPage(server, topics, PageFeed.start(bootstrapServers, offers, watch));
  }

  URI address() {
    return URI.create("http://" + BrokerFiles.HOST + ":" + server.port() + "/");
  }

  @Override
  public void close() {
    server.close();
    feed.close();
    topics.close();
  }

  private static PageServer bind(int port) {
    try {
      return PageServer.bind(new InetSocketAddress(BrokerFiles.HOST, port), 2 * MOST_PAGES);
    } catch (UncheckedIOException e) {
      throw new CommandFailure(
          ExitCode.STACK,
          "port %d is in use by another program; use --page-port N".formatted(port),
          e);
    }
  }

  private static Origins shops(Set<String> hosts, Set<String> others) {
    Set<String> shops = origins(hosts);
    shops.addAll(others);
    return new Origins(shops);
  }

  private static Set<String> origins(Set<String> hosts) {
    Set<String> origins = new HashSet<>();
    hosts.forEach(host -> origins.add("http://" + host));
    return origins;
  }
}
