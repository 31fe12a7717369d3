package dev.vireo.vim.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketException;

/**
 * Asks an HTTP proxy for a tunnel, with the method {@code CONNECT}.
 *
 * @param server where to, as {@code HOST:PORT}
 * @param userAgent the {@code User-Agent} header
 */
public record ConnectRequest(String server, String userAgent) {

  private static final int FIRST_ERROR = 300;
  private static final int LOGIN = 407;

  /**
   * Sends the request and reads the answer.
   *
   * @throws ProxyFailedException when the proxy does not give a tunnel
   */
  public void exchange(InputStream in, OutputStream out) throws IOException {
    RequestHead head =
        new RequestHead("CONNECT", server).add("Host", server).add("User-Agent", userAgent);
    out.write(head.bytes());
    out.flush();
    WireInput answer = new WireInput(in);
    int status = status(answer);
    if (status == LOGIN) {
      throw new ProxyLoginException();
    }
    if (status >= FIRST_ERROR) {
      throw new ProxyFailedException("it answers with HTTP status " + status, null);
    }
    if (answer.hasMore()) {
      throw new ProxyFailedException("it sends more than its answer", null);
    }
  }

  private static int status(WireInput answer) throws IOException {
    try {
      return HeadReader.read(answer).status();
    } catch (NotHttpException e) {
      throw new ProxyFailedException("it does not answer in HTTP", e);
    } catch (EOFException | SocketException e) {
      if (answer.peek() < 0) {
        throw new ProxyFailedException("it hangs up instead of answering", e);
      }
      throw e;
    }
  }
}
