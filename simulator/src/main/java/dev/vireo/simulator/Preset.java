package dev.vireo.simulator;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The products that the simulator can be. */
public enum Preset {
  /** VMware ESXi 8.0.3 with one datastore and one host. */
  ESX80,
  /** VMware ESX 4.1: the first release with the {@code Ex} forms of the property collector. */
  ESX41,
  /**
   * VMware ESX Server 3.5: VI API 2.5 without {@code vimServiceVersions.xml}, instance UUIDs and
   * the {@code Ex} methods.
   */
  ESX35,
  /** VMware Server 2.0 (formerly GSX): VI API 2.5, Linux host. */
  GSX20,
  /** VMware vCenter Server 8.0.3 with datacenters, folders, clusters and hosts. */
  VCENTER;

  /** The name on command lines, such as {@code esx80}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The preset with this label.
   *
   * @throws IllegalArgumentException naming the labels when there is none
   */
  public static Preset of(String label) {
    for (Preset preset : values()) {
      if (preset.label().equals(label)) {
        return preset;
      }
    }
    throw new IllegalArgumentException(
        "There is no preset '"
            + label
            + "'; choose one of "
            + Stream.of(values()).map(Preset::label).collect(Collectors.joining(", "))
            + ".");
  }
}
