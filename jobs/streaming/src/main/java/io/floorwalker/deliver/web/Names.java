package io.floorwalker.deliver.web;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Who answers for a host's name. */
interface Names {
  InetAddress[] lookUp(String host) throws UnknownHostException;
}
