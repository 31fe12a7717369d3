package dev.vireo.internal.esx.configuration;

import dev.vireo.internal.esx.Attempt;
import dev.vireo.internal.esx.task.RequiredState;
import dev.vireo.spi.DomainHandle;

/**
 * What a machine is changed for.
 *
 * @param function the libvirt function
 * @param verb what it does, as a verb with its object: {@code set the memory of}
 * @param complaint what to say when it fails: {@code Could not set memory to 4096 kilobytes}
 * @param required the state that the domain has to be in
 */
record Purpose(String function, String verb, String complaint, RequiredState required) {

  /** An operation on a domain. */
  Attempt attempt(DomainHandle domain) {
    return Attempt.onDomain(function, complaint, domain.name());
  }
}
