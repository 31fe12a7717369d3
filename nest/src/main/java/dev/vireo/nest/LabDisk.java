package dev.vireo.nest;

import dev.vireo.model.domain.DataSize;
import dev.vireo.nest.internal.AbsolutePath;
import java.nio.file.Path;
import java.util.Objects;

/** A disk of a nested host. Its data is raw in all cases. */
public sealed interface LabDisk {

  /** Where it is. */
  Path path();

  /**
   * A file that is made: sparse, so that it takes the room that the guest writes.
   *
   * @param path an absolute path at which nothing is yet
   * @param size how much the guest may write
   */
  record NewImage(Path path, DataSize size) implements LabDisk {
    public NewImage {
      AbsolutePath.require("disk", path);
      Objects.requireNonNull(size);
    }
  }

  /**
   * A file that is there, such as the one kept of a removed host; it is never removed.
   *
   * @param path an absolute path
   */
  record ExistingImage(Path path) implements LabDisk {
    public ExistingImage {
      AbsolutePath.require("disk", path);
    }
  }

  /**
   * A block device, such as a logical volume. All that is on it is lost; it is never removed.
   *
   * @param path an absolute path
   */
  record BlockDevice(Path path) implements LabDisk {
    public BlockDevice {
      AbsolutePath.require("disk", path);
    }
  }
}
