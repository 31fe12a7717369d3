package dev.vireo.vmx.internal.convert;

import dev.vireo.vmx.ConversionWarning;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is to be told about a file that becomes a domain, each thing once. */
final class Remarks {

  private final Set<ConversionWarning> all = new LinkedHashSet<>();
  private final Set<ConversionWarning> reworded = new LinkedHashSet<>();

  /** Something is wrong with the file, or looks so. */
  void odd(ConversionWarning warning) {
    all.add(warning);
  }

  /** VMware writes such things, and a domain has other words for them. */
  void reworded(ConversionWarning warning) {
    all.add(warning);
    reworded.add(warning);
  }

  /** All, in the order in which they were made. */
  List<ConversionWarning> all() {
    return List.copyOf(all);
  }

  /** Those about something that is wrong. */
  List<ConversionWarning> odd() {
    return all.stream().filter(warning -> !reworded.contains(warning)).toList();
  }
}
