package dev.vireo.simulator.internal.wire;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it reaches the host, whichever way it came.
 *
 * @param verb the HTTP method
 * @param target path and query as sent, still encoded
 * @param headers headers by lower-case name
 * @param body the body; {@link RequestBody#NONE} for none
 * @param client where it came from, for the session list
 * @param encrypted whether nobody on the way could read it
 */
public record Inbound(
    String verb,
    String target,
    Map<String, String> headers,
    RequestBody body,
    String client,
    boolean encrypted) {

  /** The same request with this body. */
  public Inbound with(RequestBody newBody) {
    return new Inbound(verb, target, headers, newBody, client, encrypted);
  }

  /** Whether it reads: GET, or HEAD, whose answer lacks its body. */
  public boolean isReading() {
    return verb.equals("GET") || isHead();
  }

  /** Whether only the head of the answer is wanted. */
  public boolean isHead() {
    return verb.equals("HEAD");
  }

  /** The path without query, still encoded. */
  public String path() {
    int question = target.indexOf('?');
    return question < 0 ? target : target.substring(0, question);
  }

  /** The query without question mark, still encoded; empty for none. */
  public String query() {
    int question = target.indexOf('?');
    return question < 0 ? "" : target.substring(question + 1);
  }

  /** A header; null when it is absent. */
  public @Nullable String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }

  /** The value of a cookie without its quotes; null when it is absent. */
  public @Nullable String cookie(String name) {
    String header = header("cookie");
    if (header == null) {
      return null;
    }
    for (String pair : header.split(";", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0 && pair.substring(0, equals).strip().equals(name)) {
        String value = pair.substring(equals + 1).strip();
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
      }
    }
    return null;
  }
}
