package dev.vireo.cli;

import dev.vireo.cli.json.JsonWriter;
import dev.vireo.cli.log.LogSink;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one command prints where JSON is wanted, so that each stream has one document at most, and
 * standard output exactly one when the command succeeds. A command that makes no document of its
 * own gets one with what it would have printed: {@code text}, or {@code base64} where that is no
 * text in UTF-8. On standard error stands the failure, with {@code code} and {@code name}, and the
 * warnings.
 */
final class JsonReport {
  private static final long NANOS_PER_MICRO = 1_000;

  private final Streams streams;
  private final LogSink.Diversion log;
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();
  private final List<String> warnings = new ArrayList<>();
  private @Nullable Failure failure;
  private @Nullable Long micros;
  private boolean documentPrinted;

  /**
   * @param documented whether standard output gets a document in any case but failure
   */
  JsonReport(Streams streams, boolean documented) {
    this.streams = streams;
    this.documentPrinted = !documented;
    this.log = LogSink.divertMessages(this::warning);
  }

  void text(String text) {
    bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  void bytes(byte[] bytes) {
    data.writeBytes(bytes);
  }

  void documentPrinted() {
    documentPrinted = true;
  }

  synchronized void warning(String message) {
    warnings.add(message);
  }

  /** Takes a failure; the last one is the one that ended the command. */
  void failure(Failure newFailure) {
    failure = failure == null ? newFailure : failure.then(newFailure);
  }

  void time(long nanos) {
    micros = nanos / NANOS_PER_MICRO;
  }

  /** Prints the documents. */
  void end() {
    log.close();
    boolean failed = failure != null;
    if (!documentPrinted && (!failed || data.size() > 0)) {
      streams.out().print(collected() + "\n");
    }
    streams.out().flush();
    List<String> told = List.copyOf(warnings);
    if (failure != null) {
      tell(failure.toJson(told, micros));
    } else if (!told.isEmpty() || micros != null) {
      tell(Failure.addNotes(new JsonWriter().object(), told, micros).endObject());
    }
  }

  private void tell(JsonWriter document) {
    streams.err().print(document + "\n");
    streams.err().flush();
  }

  private JsonWriter collected() {
    JsonWriter document = new JsonWriter().object();
    byte[] bytes = data.toByteArray();
    if (bytes.length > 0) {
      String text = textOf(bytes);
      document
          .key(text == null ? "base64" : "text")
          .value(text == null ? Base64.getEncoder().encodeToString(bytes) : text);
    }
    return document.endObject();
  }

  private static @Nullable String textOf(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
