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

  /**
   * A disk is made that keeps what is written from now on, on top of another one that stays as it
   * is.
   *
   * @param path where
   * @param parent path of the other one
   */
  record Branch(String path, String parent) implements FileOrder {}

  /**
   * What a disk keeps goes into the one below it, and it is deleted.
   *
   * @param path where
   * @param parent path of the one below it
   */
  record Commit(String path, String parent) implements FileOrder {}

  /**
   * A disk is on top of another one from now on.
   *
   * @param path where
   * @param parent path of the other one
   */
  record Rebase(String path, String parent) implements FileOrder {}
}
