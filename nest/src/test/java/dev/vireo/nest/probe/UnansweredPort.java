package dev.vireo.nest.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A port of this machine where nobody listens, and nobody can until it is closed: a socket is bound
 * to it. A port that was merely free a moment ago may be somebody's by the time that it is tried.
 */
final class UnansweredPort implements AutoCloseable {
  private final Socket bound = new Socket();

  UnansweredPort() {
    try {
      bound.bind(new InetSocketAddress(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int number() {
    return bound.getLocalPort();
  }

  @Override
  public void close() {
    try {
      bound.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
