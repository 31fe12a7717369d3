package dev.vireo.vim.internal.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Status line and headers of an answer.
 *
 * @param status the status, 100 to 599
 * @param persistent whether the version of the protocol keeps connections by default
 * @param fields headers by lower-case name, several of one name joined by commas, without cookies
 * @param cookies the {@code Set-Cookie} headers, each by itself
 */
public record ResponseHead(
    int status, boolean persistent, Map<String, String> fields, List<String> cookies) {

  private static final int FIRST_FINAL = 200;
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;
  private static final int MAX_DIGITS = 18;

  /** Copies the headers. */
  public ResponseHead {
    fields = Map.copyOf(fields);
    cookies = List.copyOf(cookies);
  }

  /** Whether no other head follows for the same request. */
  public boolean isFinal() {
    return status >= FIRST_FINAL;
  }

  /** Whether an answer of this status never has a body. */
  public boolean isWithoutBody() {
    return status == NO_CONTENT || status == NOT_MODIFIED;
  }

  /**
   * Whether the body comes in chunks.
   *
   * @throws NotHttpException when it comes in a form that nobody asked for
   */
  public boolean isChunked() throws NotHttpException {
    String coding = fields.get("transfer-encoding");
    if (coding == null || coding.equalsIgnoreCase("identity")) {
      return false;
    }
    if (coding.equalsIgnoreCase("chunked")) {
      return true;
    }
    throw new NotHttpException("it has a transfer encoding that was not asked for");
  }

  /**
   * The length of the body as the headers give it; -1 where they do not.
   *
   * @throws NotHttpException when it is no number, or two different ones
   */
  public long contentLength() throws NotHttpException {
    String text = fields.get("content-length");
    if (text == null || isChunked()) {
      return -1;
    }
    @Nullable String first = null;
    for (String each : text.split(",", -1)) {
      String digits = each.strip();
      if (first != null && !first.equals(digits)) {
        throw new NotHttpException("it has two lengths");
      }
      first = digits;
    }
    return length(first == null ? "" : first);
  }

  private static long length(String digits) throws NotHttpException {
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        throw new NotHttpException("its length is no number");
      }
    }
    if (digits.isEmpty()) {
      throw new NotHttpException("its length is empty");
    }
    return digits.length() > MAX_DIGITS ? Long.MAX_VALUE : Long.parseLong(digits);
  }

  /** Whether the server says, or its version means, that the connection can be used again. */
  public boolean keepsConnection() {
    String connection = fields.getOrDefault("connection", "").toLowerCase(Locale.ROOT);
    if (connection.contains("close")) {
      return false;
    }
    return persistent || connection.contains("keep-alive");
  }
}
