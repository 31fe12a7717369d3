package dev.vireo.nest;

import dev.vireo.DomainState;
import dev.vireo.nest.libvirt.Acceleration;
import java.util.Objects;

/**
 * A nested host that is there.
 *
 * @param name name of its domain
 * @param metadata what it was made with
 * @param acceleration who runs its instructions
 * @param state whether it runs
 */
public record NestedHost(
    String name, NestMetadata metadata, Acceleration acceleration, DomainState state) {
  public NestedHost {
    Objects.requireNonNull(name);
    Objects.requireNonNull(metadata);
    Objects.requireNonNull(acceleration);
    Objects.requireNonNull(state);
  }
}
