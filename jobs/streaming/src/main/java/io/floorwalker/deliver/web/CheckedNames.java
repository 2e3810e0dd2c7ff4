package io.floorwalker.deliver.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks a host up once for each connection and hands out what was checked, so that a name that
 * means something else the next moment leads nowhere.
 */
final class CheckedNames implements DnsResolver {
  private static final Pattern FOUR_NUMBERS =
      Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");
  private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)\\.?");

  private final Networks networks;
  private final Names names;

  CheckedNames(Networks networks, Names names) {
    this.networks = networks;
    this.names = names;
  }

  /**
   * The host's addresses, none of which is forbidden.
   *
   * @throws Forbidden where one is, or where the host is a number in disguise
   */
  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    if (isDisguised(host)) {
      throw new Forbidden();
    }
    InetAddress[] addresses = names.lookUp(host);
    if (!Arrays.stream(addresses).allMatch(networks::allow)) {
      throw new Forbidden();
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  /** 2130706433, 0x7f.1 and 0177.0.0.1: read one way here and another way there. */
  private static boolean isDisguised(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return ENDS_IN_A_NUMBER.matcher(lower).matches() && !FOUR_NUMBERS.matcher(lower).matches();
  }

  /** Flink's and HttpClient's way to say no; turned into a {@link ForbiddenAddress} outside. */
  static final class Forbidden extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    private Forbidden() {
      super("not public");
    }
  }
}
