package dev.vireo.vim.internal.http;

import java.nio.charset.StandardCharsets;

/**
 * Request line and headers as they are sent. What could end a line within them is refused, so that
 * nobody adds a header by a value.
 */
public final class RequestHead {

  private final StringBuilder text = new StringBuilder();

  /**
   * @param verb the HTTP method
   * @param target path and query, or a whole URL for a proxy
   * @throws IllegalArgumentException when the target has a character that is not encoded
   */
  public RequestHead(String verb, String target) {
    for (int i = 0; i < target.length(); i++) {
      if (target.charAt(i) <= ' ' || target.charAt(i) >= 0x7F) {
        throw new IllegalArgumentException(
            "the path of the request has a character that is not encoded");
      }
    }
    text.append(verb).append(' ').append(target).append(" HTTP/1.1\r\n");
  }

  /**
   * Adds a header.
   *
   * @throws IllegalArgumentException when name or value has a character that no header has
   */
  public RequestHead add(String name, String value) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) <= ' ' || name.charAt(i) >= 0x7F || name.charAt(i) == ':') {
        throw new IllegalArgumentException("the name of a header has a character that no name has");
      }
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < ' ' && c != '\t') || c == 0x7F || c > 0xFF) {
        throw new IllegalArgumentException(
            "the value of the header " + name + " has a character that no header has");
      }
    }
    text.append(name).append(": ").append(value).append("\r\n");
    return this;
  }

  /** The bytes, up to where the body begins. */
  public byte[] bytes() {
    return (text + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }
}
