package dev.vireo.vim.types;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file on a datastore (VI API {@code FileInfo}). */
public sealed interface FileInfo extends DataObject
    permits FileInfo.Plain, VmDiskFileInfo, UnknownObject {

  /**
   * A file of no known kind, or whose kind was not asked for.
   *
   * @param path its name in the folder that was searched
   * @param friendlyName the name that users know; null when it is the same
   * @param fileSize its size in bytes; null when not asked for
   * @param modification time of the last change; null when not asked for
   * @param owner its owner; null when not asked for
   */
  record Plain(
      String path,
      @Nullable String friendlyName,
      @Nullable Long fileSize,
      @Nullable Instant modification,
      @Nullable String owner)
      implements FileInfo {

    /** Checks that the required components are there. */
    public Plain {
      Objects.requireNonNull(path, "path");
    }
  }
}
