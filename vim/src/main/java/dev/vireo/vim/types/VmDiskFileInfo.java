package dev.vireo.vim.types;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A virtual disk on a datastore (VI API {@code VmDiskFileInfo}). What was not asked for is null.
 *
 * @param path name of its descriptor file in the folder that was searched
 * @param friendlyName the name that users know; null when it is the same
 * @param fileSize space that it takes, in bytes
 * @param modification time of the last change
 * @param owner its owner
 * @param diskType VI type of its backing
 * @param capacityKb its size for the guest, in KiB
 * @param hardwareVersion version of the virtual hardware that it was made for
 * @param controllerType VI type of the controller that it was made for
 * @param diskExtents its extents; empty when not asked for
 * @param thin whether it takes space as it needs it
 */
public record VmDiskFileInfo(
    String path,
    @Nullable String friendlyName,
    @Nullable Long fileSize,
    @Nullable Instant modification,
    @Nullable String owner,
    @Nullable String diskType,
    @Nullable Long capacityKb,
    @Nullable Integer hardwareVersion,
    @Nullable String controllerType,
    List<String> diskExtents,
    @Nullable Boolean thin)
    implements FileInfo {

  /** Checks that the required components are there and copies the list. */
  public VmDiskFileInfo {
    Objects.requireNonNull(path, "path");
    diskExtents = List.copyOf(diskExtents);
  }
}
