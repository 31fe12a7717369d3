package dev.vireo.simulator.internal.wire;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
  record Answer(int status, Map<String, String> headers, AnswerBody body) implements Outbound {

    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    /** An answer whose body is in memory. */
    public Answer(int status, Map<String, String> headers, byte[] body) {
      this(status, headers, new AnswerBody.Bytes(body));
    }

    /** A text. */
    public static Answer text(int status, String contentType, String body) {
      return new Answer(
          status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8));
    }

    /** A redirect. */
    static Answer redirect(String location) {
      return new Answer(302, Map.of("Location", location), new byte[0]);
    }

    /** The same answer with another body. */
    Answer with(String otherBody) {
      return new Answer(status, headers, otherBody.getBytes(StandardCharsets.UTF_8));
    }

    /** The same answer, which ends early without anybody saying so. */
    Answer first(long bytes) {
      return new Answer(status, headers, body.first(bytes));
    }

    static Answer status(int status) {
      if (status == NO_CONTENT || status == NOT_MODIFIED) {
        return new Answer(status, Map.of(), new byte[0]); // these have no body
      }
      return text(status, "text/plain; charset=utf-8", status + "\n");
    }
  }

  /**
   * The connection ends within the answer.
   *
   * @param answer what would have been sent
   * @param afterBytes bytes of its body that are sent; zero for nothing at all
   */
  record Cut(Answer answer, long afterBytes) implements Outbound {}

  /**
   * The answer stops within its body, and the connection stays.
   *
   * @param answer what would have been sent
   * @param afterBytes bytes of its body that are sent
   */
  record Stall(Answer answer, long afterBytes) implements Outbound {}

  /** There is no answer, ever. */
  record Silence() implements Outbound {}

  /** There is no answer, and nothing is read of what the client still sends. */
  record Deafness() implements Outbound {}

  /** There is no answer, and the client has waited for it as long as it wanted to. */
  record TimedOut() implements Outbound {}

  /**
   * An answer that comes piece by piece.
   *
   * @param answer the answer
   * @param bytes size of a piece of its body
   * @param pause time before each
   */
  record Drip(Answer answer, int bytes, Duration pause) implements Outbound {}
}
