package dev.vireo.vmx.internal.lint;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The words that VMware takes for true and false, in any case; libvirt knows those two alone. */
final class VmwareBoolean {
  private static final Set<String> TRUE = Set.of("", "true", "t", "yes", "y", "on", "1");
  private static final Set<String> FALSE = Set.of("false", "f", "no", "n", "off", "0");

  /** What some switches of three positions have as the third. */
  private static final Set<String> NEITHER = Set.of("default", "dontcare", "auto");

  private VmwareBoolean() {}

  /** The truth of a value; empty if it is no word that VMware knows, or leaves it to VMware. */
  static Optional<Boolean> parse(String value) {
    String folded = value.toLowerCase(Locale.ROOT);
    if (TRUE.contains(folded)) {
      return Optional.of(true);
    }
    return FALSE.contains(folded) ? Optional.of(false) : Optional.empty();
  }

  static boolean isWord(String value) {
    return parse(value).isPresent() || NEITHER.contains(value.toLowerCase(Locale.ROOT));
  }
}
