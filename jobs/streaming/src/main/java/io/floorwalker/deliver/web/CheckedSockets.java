package io.floorwalker.deliver.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import javax.net.SocketFactory;

/** Sockets that connect to allowed addresses only, for a library that looks names up itself. */
public final class CheckedSockets extends SocketFactory {
  private final Networks networks;

  public CheckedSockets(Networks networks) {
    this.networks = networks;
  }

  /** A socket that checks where it is to connect, and connects to just that. */
  @Override
  public Socket createSocket() {
    return new Socket() {
      @Override
      public void connect(SocketAddress endpoint, int timeout) throws IOException {
        if (endpoint instanceof InetSocketAddress there
            && !there.isUnresolved()
            && !networks.allow(there.getAddress())) {
          throw new ForbiddenAddress();
        }
        super.connect(endpoint, timeout);
      }

      @Override
      public void connect(SocketAddress endpoint) throws IOException {
        connect(endpoint, 0);
      }
    };
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw refused();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress here, int herePort)
      throws IOException {
    throw refused();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    throw refused();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress here, int herePort)
      throws IOException {
    throw refused();
  }

  private static SocketException refused() {
    return new SocketException("a socket is made first and connected then");
  }
}
