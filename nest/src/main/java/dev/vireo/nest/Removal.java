package dev.vireo.nest;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What removing a nested host takes.
 *
 * @param name name of its domain
 * @param powerOff whether it runs and loses its power
 * @param nvram whether the variables of its UEFI firmware go; libvirt knows where they are
 * @param files disks that were made for it, and its serial log; empty when they stay. Disks that
 *     were there before always stay
 */
public record Removal(String name, boolean powerOff, boolean nvram, List<Path> files) {
  public Removal {
    Objects.requireNonNull(name);
    files = List.copyOf(files);
  }
}
