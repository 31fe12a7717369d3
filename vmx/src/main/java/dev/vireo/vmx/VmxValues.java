package dev.vireo.vmx;

import java.util.Optional;
import java.util.OptionalLong;

/** The kinds of values that libvirt's vmx.c reads (virVMXGetConfigBoolean, virVMXGetConfigLong). */
public final class VmxValues {

  private VmxValues() {}

  /** The truth value of {@code true} or {@code false} in any case; empty for anything else. */
  public static Optional<Boolean> parseBoolean(String value) {
    if (value.equalsIgnoreCase("true")) {
      return Optional.of(true);
    }
    return value.equalsIgnoreCase("false") ? Optional.of(false) : Optional.empty();
  }

  /**
   * The number of decimal digits with or without a sign, or -1 for {@code unlimited} in any case;
   * empty for anything else and for what a long cannot hold.
   */
  public static OptionalLong parseInteger(String value) {
    if (value.equalsIgnoreCase("unlimited")) {
      return OptionalLong.of(-1);
    }
    int start = value.startsWith("-") || value.startsWith("+") ? 1 : 0;
    if (start == value.length()) {
      return OptionalLong.empty();
    }
    for (int i = start; i < value.length(); i++) {
      if (value.charAt(i) < '0' || value.charAt(i) > '9') {
        return OptionalLong.empty();
      }
    }
    try {
      return OptionalLong.of(Long.parseLong(value));
    } catch (NumberFormatException e) {
      return OptionalLong.empty(); // more than a long holds
    }
  }
}
