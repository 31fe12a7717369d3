package dev.vireo.vmx;

import dev.vireo.model.domain.DomainDefinition;
import java.util.List;
import java.util.Objects;

/**
 * A configuration file as a domain.
 *
 * @param domain the domain
 * @param warnings what the domain does not say as the file does, in the order of the file's keys
 *     being looked at
 */
public record Conversion(DomainDefinition domain, List<ConversionWarning> warnings) {
  public Conversion {
    Objects.requireNonNull(domain);
    warnings = List.copyOf(warnings);
  }
}
