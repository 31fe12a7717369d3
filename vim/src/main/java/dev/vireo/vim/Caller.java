package dev.vireo.vim;

import dev.vireo.vim.methods.VimMethod;
import dev.vireo.vim.soap.SoapCodec;
import dev.vireo.vim.transport.VimTransport;
import dev.vireo.vim.transport.WireRequest;
import dev.vireo.vim.transport.WireResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes single calls: codec and transport, without any care for the session. */
final class Caller {

  private static final int OK = 200;
  private static final int SERVER_ERROR = 500;

  private final SoapCodec codec = new SoapCodec();
  private final VimTransport transport;
  private final Map<String, String> headers;

  Caller(VimTransport transport, @Nullable ApiVersion version) {
    this.transport = transport;
    this.headers =
        version == null ? Map.of() : Map.of("SOAPAction", "\"urn:vim25/" + version + "\"");
  }

  /** Makes a call; null for an absent result. */
  <R> @Nullable R call(VimMethod<R> method, Duration timeout) {
    byte[] body = codec.encodeRequest(method);
    WireResponse response;
    try {
      response = transport.send(request(method, body, timeout));
    } finally {
      Arrays.fill(body, (byte) 0); // it may hold a password
    }
    if (response.status() != OK && response.status() != SERVER_ERROR) {
      throw unexpected(method, response);
    }
    try {
      return codec.decodeResponse(method, response.body());
    } catch (ProtocolException e) {
      throw inContext(method, response, e);
    } catch (OutOfMemoryError | StackOverflowError e) { // the answer has caused it, and is gone now
      throw new ProtocolException(
          ProtocolException.Kind.LIMIT,
          method.getClass().getSimpleName()
              + ": The answer of "
              + response.body().length
              + " bytes takes more memory than there is.",
          e);
    }
  }

  private WireRequest request(VimMethod<?> method, byte[] body, Duration timeout) {
    return new WireRequest(
        WireRequest.Verb.POST,
        "/sdk",
        headers,
        body,
        method.getClass().getSimpleName(),
        method.repeatable(),
        timeout);
  }

  private static ProtocolException unexpected(VimMethod<?> method, WireResponse response) {
    String location = response.headers().get("location");
    return new ProtocolException(
        method.getClass().getSimpleName()
            + " was answered with HTTP status "
            + response.status()
            + (location == null ? "" : ", which points to " + location)
            + ".",
        response.status(),
        location);
  }

  private static ProtocolException inContext(
      VimMethod<?> method, WireResponse response, ProtocolException e) {
    boolean fault = response.status() == SERVER_ERROR;
    return new ProtocolException(
        fault ? ProtocolException.Kind.HTTP_STATUS : e.kind(),
        method.getClass().getSimpleName()
            + (fault ? " was answered with HTTP status 500 and no SOAP fault. " : ": ")
            + e.getMessage(),
        e);
  }
}
