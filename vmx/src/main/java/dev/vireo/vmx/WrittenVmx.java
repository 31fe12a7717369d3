package dev.vireo.vmx;

import java.util.List;
import java.util.Objects;

/**
 * A domain as a configuration file.
 *
 * @param document the file
 * @param warnings what of the domain the file does not hold
 */
public record WrittenVmx(VmxDocument document, List<ConversionWarning> warnings) {
  public WrittenVmx {
    Objects.requireNonNull(document);
    warnings = List.copyOf(warnings);
  }
}
