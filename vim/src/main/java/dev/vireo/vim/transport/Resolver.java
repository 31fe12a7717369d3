package dev.vireo.vim.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Finds the addresses of host names. Looking a name up can neither be interrupted nor bounded, so
 * it has a thread of its own, which is left alone when nobody waits for it any more; an address
 * needs none.
 */
final class Resolver {

  /** Where the addresses come from. */
  @FunctionalInterface
  interface Names {
    InetAddress[] addresses(String host) throws UnknownHostException;
  }

  private final Names names;

  Resolver(Names names) {
    this.names = names;
  }

  /**
   * All addresses of a host, in the order to try them.
   *
   * @throws UnknownHostException when there is none
   */
  InetAddress[] resolve(String host, HttpCall call) throws IOException {
    if (!isHostText(host)) {
      throw new UnknownHostException(host);
    }
    return isAddress(host) ? names.addresses(host) : lookUp(host, call);
  }

  /**
   * Whether there may be a host of this name. What has no place in a name could also end a line of
   * what is sent to a proxy.
   */
  static boolean isHostText(String host) {
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (c <= ' ' || c >= 0x7F || "/?#@\\[]".indexOf(c) >= 0) {
        return false;
      }
    }
    return !host.isEmpty();
  }

  /** Whether it is an address, which nobody is asked about. */
  static boolean isAddress(String host) {
    if (host.indexOf(':') >= 0) {
      return true;
    }
    int dots = 0;
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (c == '.') {
        dots++;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    return dots == 3;
  }

  private InetAddress[] lookUp(String host, HttpCall call) throws IOException {
    CompletableFuture<InetAddress[]> result = new CompletableFuture<>();
    call.use(result);
    Thread.ofPlatform()
        .daemon()
        .name("vireo-names")
        .inheritInheritableThreadLocals(false)
        .start(() -> complete(result, host));
    try {
      return result.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while looking up a name");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownHostException) {
        throw new UnknownHostException(host);
      }
      throw new SocketException("the name could not be looked up", e.getCause());
    }
  }

  private void complete(CompletableFuture<InetAddress[]> result, String host) {
    try {
      result.complete(names.addresses(host));
    } catch (UnknownHostException | RuntimeException | Error e) {
      result.completeExceptionally(e);
    }
  }
}
