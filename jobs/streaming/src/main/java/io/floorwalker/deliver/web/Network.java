package io.floorwalker.deliver.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Addresses that begin with the same bits. */
record Network(InetAddress first, int bits) {
  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  /**
   * From {@code 10.2.0.0/16} or one address.
   *
   * @throws IllegalArgumentException for another text
   */
  static Network parse(String text) {
    String[] parts = text.strip().split("/", 2);
    try {
      // Names are not looked up: what may be reached must not depend on who answers for a name.
      if (LITERAL.matcher(parts[0]).matches()) {
        InetAddress first = InetAddress.getByName(parts[0]);
        int most = first.getAddress().length * Byte.SIZE;
        int bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
        if (bits >= 0 && bits <= most) {
          return new Network(first, bits);
        }
      }
    } catch (UnknownHostException | NumberFormatException e) {
      // Said below.
    }
    throw new IllegalArgumentException(text + " is no network; write 10.2.0.0/16 or fd00::/8");
  }

  boolean contains(InetAddress address) {
    byte[] here = first.getAddress();
    byte[] there = address.getAddress();
    if (here.length != there.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> bit % Byte.SIZE;
      if (((here[bit / Byte.SIZE] ^ there[bit / Byte.SIZE]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
