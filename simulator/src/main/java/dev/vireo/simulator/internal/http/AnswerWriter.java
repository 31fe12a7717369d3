package dev.vireo.simulator.internal.http;

import dev.vireo.simulator.internal.wire.AnswerBody;
import dev.vireo.simulator.internal.wire.Outbound;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Writes answers. Headers and a small body go out in one piece: in two, the second would wait for
 * the client's acknowledgement of the first, which it delays, or cost a TLS record of its own.
 */
final class AnswerWriter {

  private static final int SMALL = 64 * 1024;
  private static final byte[] CONTINUE = ascii("HTTP/1.1 100 Continue\r\n\r\n");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);
  private static final Map<Integer, String> REASONS =
      Map.ofEntries(
          Map.entry(200, "OK"),
          Map.entry(201, "Created"),
          Map.entry(204, "No Content"),
          Map.entry(206, "Partial Content"),
          Map.entry(302, "Found"),
          Map.entry(400, "Bad Request"),
          Map.entry(401, "Unauthorized"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "Not Found"),
          Map.entry(405, "Method Not Allowed"),
          Map.entry(413, "Content Too Large"),
          Map.entry(414, "URI Too Long"),
          Map.entry(416, "Range Not Satisfiable"),
          Map.entry(417, "Expectation Failed"),
          Map.entry(431, "Request Header Fields Too Large"),
          Map.entry(500, "Internal Server Error"),
          Map.entry(501, "Not Implemented"),
          Map.entry(502, "Bad Gateway"),
          Map.entry(503, "Service Unavailable"),
          Map.entry(504, "Gateway Timeout"),
          Map.entry(505, "HTTP Version Not Supported"),
          Map.entry(507, "Insufficient Storage"));

  /** A date as text, which all answers of its second share. */
  private record Stamp(long second, String text) {}

  private static volatile Stamp stamp = new Stamp(0, "");

  private final OutputStream out;

  AnswerWriter(OutputStream out) {
    this.out = out;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Tells the client to send the body. */
  void goOn() throws IOException {
    out.write(CONTINUE);
    out.flush();
  }

  /**
   * Writes an answer.
   *
   * @param bodiless whether the request was HEAD, whose answer tells the size of what it lacks
   * @param kept whether the connection goes on
   * @param progress is told how many bytes of the body have been taken
   */
  void write(Outbound.Answer answer, boolean bodiless, boolean kept, LongConsumer progress)
      throws IOException {
    begin(answer, kept, bodiless ? 0 : answer.body().size(), progress);
  }

  /** Writes the headers and the first bytes of the body. */
  void part(Outbound.Answer answer, long bytes, LongConsumer progress) throws IOException {
    begin(answer, false, bytes, progress);
  }

  /** Writes the headers, and then the body piece by piece. */
  void drip(Outbound.Drip drip, boolean kept) throws IOException, InterruptedException {
    begin(drip.answer(), kept, 0, bytes -> {});
    AnswerBody body = drip.answer().body();
    try (InputStream in = body.open()) {
      for (long left = body.size(); left > 0; left -= drip.bytes()) {
        sleep(drip.pause());
        out.write(read(in, (int) Math.min(drip.bytes(), left)));
        out.flush();
      }
    }
  }

  private static void sleep(Duration pause) throws InterruptedException {
    if (!pause.isZero()) {
      Thread.sleep(pause);
    }
  }

  private void begin(Outbound.Answer answer, boolean kept, long bytes, LongConsumer progress)
      throws IOException {
    byte[] head = ascii(head(answer, kept));
    if (bytes == 0) {
      out.write(head);
    } else {
      try (InputStream in = answer.body().open()) {
        if (bytes <= SMALL) {
          byte[] whole = Arrays.copyOf(head, head.length + (int) bytes);
          readFully(in, whole, head.length, (int) bytes);
          out.write(whole);
        } else {
          out.write(head);
          copy(in, bytes, progress);
        }
      }
    }
    out.flush();
  }

  private void copy(InputStream in, long bytes, LongConsumer progress) throws IOException {
    byte[] piece = new byte[Deadline.PIECE];
    long left = bytes;
    while (left > 0) {
      int count = (int) Math.min(piece.length, left);
      readFully(in, piece, 0, count);
      out.write(piece, 0, count);
      left -= count;
      progress.accept(bytes - left);
    }
  }

  private static byte[] read(InputStream in, int count) throws IOException {
    byte[] bytes = new byte[count];
    readFully(in, bytes, 0, count);
    return bytes;
  }

  private static void readFully(InputStream in, byte[] into, int offset, int count)
      throws IOException {
    if (in.readNBytes(into, offset, count) < count) {
      throw new EOFException("The body of an answer is shorter than it says.");
    }
  }

  private static String head(Outbound.Answer answer, boolean kept) {
    int status = answer.status();
    StringBuilder head = new StringBuilder(256);
    head.append("HTTP/1.1 ").append(status).append(' ');
    head.append(REASONS.getOrDefault(status, "Status")).append("\r\n");
    head.append("Date: ").append(date()).append("\r\n");
    answer
        .headers()
        .forEach(
            (name, value) -> head.append(name).append(": ").append(oneLine(value)).append("\r\n"));
    if (status != 204 && status != 304) {
      head.append("Content-Length: ").append(answer.body().size()).append("\r\n");
    }
    if (!kept) {
      head.append("Connection: close\r\n");
    }
    return head.append("\r\n").toString();
  }

  /** A value that cannot begin another header. */
  private static String oneLine(String value) {
    return value.indexOf('\r') < 0 && value.indexOf('\n') < 0
        ? value
        : value.replace('\r', ' ').replace('\n', ' ');
  }

  private static String date() {
    Instant now = Instant.now();
    Stamp current = stamp;
    if (current.second() != now.getEpochSecond()) {
      current = new Stamp(now.getEpochSecond(), DATE.format(now));
      stamp = current;
    }
    return current.text();
  }
}
