package dev.vireo.nest;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What removing a nested host takes.
 *
 * @param name name of its domain
 * @param powerOff whether it runs and loses its power
 * @param nvram the firmware's variables; empty when there are none or they stay
 * @param files disks that were made for it, and its serial log; empty when they stay. Disks that
 *     were there before always stay
 */
public record Removal(String name, boolean powerOff, Optional<String> nvram, List<Path> files) {
  public Removal {
    Objects.requireNonNull(name);
    Objects.requireNonNull(nvram);
    files = List.copyOf(files);
  }
}
