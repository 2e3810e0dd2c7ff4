package io.floorwalker.deliver.web;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where deliver may connect to: public addresses, and what the settings allow beside them. Whatever
 * tunnels or maps to another address counts as not public.
 */
public final class Networks {

  /** What IANA's registries call special, of IPv4. */
  private static final List<Network> SPECIAL =
      networks(
          "0.0.0.0/8,10.0.0.0/8,100.64.0.0/10,127.0.0.0/8,169.254.0.0/16,172.16.0.0/12,"
              + "192.0.0.0/24,192.0.2.0/24,192.88.99.0/24,192.168.0.0/16,198.18.0.0/15,"
              + "198.51.100.0/24,203.0.113.0/24,224.0.0.0/4,240.0.0.0/4");

  /** All that is handed out of IPv6; mapped, translated, local and link-local lie outside. */
  private static final Network GLOBAL = Network.parse("2000::/3");

  /** Teredo and its neighbours, documentation, 6to4. */
  private static final List<Network> SPECIAL_GLOBAL =
      networks("2001::/23,2001:db8::/32,2002::/16,3fff::/20");

  private final List<Network> allowed;

  private Networks(List<Network> allowed) {
    this.allowed = allowed;
  }

  /**
   * Public addresses and these networks, with commas between; empty: none.
   *
   * @throws IllegalArgumentException for a text that is none
   */
  public static Networks allowing(String networks) {
    return new Networks(networks(networks));
  }

  boolean allow(InetAddress address) {
    return isPublic(address) || allowed.stream().anyMatch(network -> network.contains(address));
  }

  private static boolean isPublic(InetAddress address) {
    return address instanceof Inet4Address
        ? SPECIAL.stream().noneMatch(network -> network.contains(address))
        : GLOBAL.contains(address)
            && SPECIAL_GLOBAL.stream().noneMatch(network -> network.contains(address));
  }

  private static List<Network> networks(String text) {
    return Stream.of(text.split(",")).filter(part -> !part.isBlank()).map(Network::parse).toList();
  }
}
