package dev.vireo.cli.json;

import dev.vireo.cli.terminal.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON document, indented by two blanks, with its keys in the order in which they are
 * written. Whoever calls keeps objects and arrays balanced. What a terminal would act upon is
 * escaped.
 */
public final class JsonWriter {
  private static final String HEX = "0123456789abcdef";

  private final StringBuilder out = new StringBuilder();
  private final boolean oneLine;
  private int depth;
  private boolean first = true;
  private boolean afterKey;

  /** Writes a document of several lines. */
  public JsonWriter() {
    this(false);
  }

  private JsonWriter(boolean oneLine) {
    this.oneLine = oneLine;
  }

  /** Writes a document of one line, as one of many that follow each other. */
  public static JsonWriter line() {
    return new JsonWriter(true);
  }

  /** Opens an object. */
  public JsonWriter object() {
    return open('{');
  }

  /** Closes the object. */
  public JsonWriter endObject() {
    return close('}');
  }

  /** Opens an array. */
  public JsonWriter array() {
    return open('[');
  }

  /** Closes the array. */
  public JsonWriter endArray() {
    return close(']');
  }

  /** Writes the key of the next value. */
  public JsonWriter key(String name) {
    separate();
    quote(name);
    out.append(": ");
    afterKey = true;
    return this;
  }

  /** Writes a string, or null. */
  public JsonWriter value(@Nullable String text) {
    separate();
    if (text == null) {
      out.append("null");
    } else {
      quote(text);
    }
    return this;
  }

  /** Writes a whole number. */
  public JsonWriter value(long number) {
    separate();
    out.append(number);
    return this;
  }

  /** Writes true or false. */
  public JsonWriter value(boolean truth) {
    separate();
    out.append(truth);
    return this;
  }

  /** Writes null. */
  public JsonWriter nothing() {
    separate();
    out.append("null");
    return this;
  }

  /** The document, without a line end after it. */
  @Override
  public String toString() {
    return out.toString();
  }

  private JsonWriter open(char bracket) {
    separate();
    out.append(bracket);
    depth++;
    first = true;
    return this;
  }

  private JsonWriter close(char bracket) {
    depth--;
    if (!first) {
      newLine();
    }
    out.append(bracket);
    first = false;
    return this;
  }

  private void separate() {
    if (afterKey) {
      afterKey = false;
      return;
    }
    if (!first) {
      out.append(',');
    }
    first = false;
    if (depth > 0) {
      newLine();
    }
  }

  private void newLine() {
    if (oneLine) {
      if (out.charAt(out.length() - 1) == ',') {
        out.append(' ');
      }
      return;
    }
    out.append('\n');
    for (int i = 0; i < depth; i++) {
      out.append("  ");
    }
  }

  private void quote(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          boolean paired = Character.isSurrogate(c) && isPaired(text, i);
          if (VisibleText.isOrder(c) && !paired) {
            unicode(c);
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static boolean isPaired(String text, int index) {
    return Character.isHighSurrogate(text.charAt(index))
        ? index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1))
        : index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
  }

  private void unicode(char c) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX.charAt((c >> shift) & 0xf));
    }
  }
}
