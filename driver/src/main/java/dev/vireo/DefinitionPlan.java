package dev.vireo;

import java.util.List;
import java.util.Objects;

/**
 * What it takes to make a host have a domain as a definition says.
 *
 * @param name the domain's name
 * @param isNew whether the host has no such domain yet
 * @param configFile its configuration file, such as {@code [datastore1] web/web.vmx}
 * @param changes what changes in that file; empty for a new domain, and where nothing does
 * @param requests what is sent for that, in this order; nothing else changes anything
 * @param warnings what of the definition is left out, each as one line
 */
public record DefinitionPlan(
    String name,
    boolean isNew,
    String configFile,
    List<DefinitionChange> changes,
    List<PlannedRequest> requests,
    List<String> warnings) {

  /** Copies the lists. */
  public DefinitionPlan {
    Objects.requireNonNull(name);
    Objects.requireNonNull(configFile);
    changes = List.copyOf(changes);
    requests = List.copyOf(requests);
    warnings = List.copyOf(warnings);
  }

  /** The changes that have to wait until the domain is powered off. */
  public List<DefinitionChange> waiting() {
    return changes.stream().filter(DefinitionChange::waits).toList();
  }
}
