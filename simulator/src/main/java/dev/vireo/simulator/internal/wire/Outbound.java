package dev.vireo.simulator.internal.wire;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What happens with a request in the end. */
public sealed interface Outbound {

  /**
   * An answer.
   *
   * @param status HTTP status code
   * @param headers headers by name
   * @param body the body
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Answer(int status, Map<String, String> headers, byte[] body) implements Outbound {

    static Answer text(int status, String contentType, String body) {
      return new Answer(
          status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8));
    }

    static Answer status(int status) {
      return text(status, "text/plain; charset=utf-8", status + "\n");
    }
  }

  /**
   * The connection ends within the answer.
   *
   * @param answer what would have been sent
   * @param afterBytes bytes of its body that are sent; zero for nothing at all
   */
  record Cut(Answer answer, int afterBytes) implements Outbound {}

  /** There is no answer, ever. */
  record Silence() implements Outbound {}
}
