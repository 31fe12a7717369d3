package dev.vireo.simulator.internal.definition;

/** What is to be done with the file of a disk. */
public sealed interface FileOrder {

  /** Datastore path of the text part of the disk. */
  String path();

  /**
   * The disk is made. There must be no file of its name yet.
   *
   * @param path where
   * @param kib its size in KiB
   * @param thin whether it takes space as it needs it
   * @param adapter the controller that it is made for, such as {@code lsilogic}
   * @param hardwareVersion version of the virtual hardware
   */
  record Create(String path, long kib, boolean thin, String adapter, int hardwareVersion)
      implements FileOrder {}

  /**
   * The disk grows.
   *
   * @param path where
   * @param kib its new size in KiB
   */
  record Extend(String path, long kib) implements FileOrder {}

  /**
   * The disk is deleted.
   *
   * @param path where
   */
  record Destroy(String path) implements FileOrder {}
}
