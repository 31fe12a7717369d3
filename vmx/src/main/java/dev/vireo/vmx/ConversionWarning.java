package dev.vireo.vmx;

import java.util.Objects;

/**
 * Something that a conversion could not carry over as it is. The rest was converted.
 *
 * @param line line of the file, from 1; 0 when it belongs to none
 * @param key key of the file, such as {@code ethernet0.virtualDev}, or element of the domain, such
 *     as {@code devices/channel}
 * @param text what about it, in one sentence without full stop
 */
public record ConversionWarning(int line, String key, String text) {
  public ConversionWarning {
    Objects.requireNonNull(key);
    Objects.requireNonNull(text);
  }

  /** The warning as one line. */
  @Override
  public String toString() {
    return (line > 0 ? "line " + line + ": " : "") + key + ": " + text;
  }
}
