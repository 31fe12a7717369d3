package dev.vireo.model.domain;

import org.jspecify.annotations.Nullable;

/**
 * Virtual processors ({@code <vcpu>}).
 *
 * @param maximum at least 1
 * @param current how many are there at the start; null for all
 * @param cpuset processors of the host that they may run on, in libvirt's notation; null for all
 * @param placement {@code static} or {@code auto}; null when not said
 */
public record Vcpus(
    int maximum, @Nullable Integer current, @Nullable String cpuset, @Nullable String placement) {

  /** This many, all there at the start. */
  public static Vcpus of(int maximum) {
    return new Vcpus(maximum, null, null, null);
  }
}
