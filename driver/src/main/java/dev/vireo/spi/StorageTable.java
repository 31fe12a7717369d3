package dev.vireo.spi;

import dev.vireo.ErrorDomain;
import dev.vireo.TaskOptions;
import java.util.List;

/** What a driver does with storage pools and their volumes. */
public interface StorageTable {

  /** The names of all active pools ({@code virConnectListStoragePools}). */
  default List<String> poolNames() {
    throw Unsupported.function(ErrorDomain.STORAGE, "virConnectListStoragePools");
  }

  /**
   * Deletes a volume with all its files ({@code virStorageVolDelete}).
   *
   * @param path where it is, as the XML of domains has it
   */
  default void deleteVolume(String path, TaskOptions options) {
    throw Unsupported.function(ErrorDomain.STORAGE, "virStorageVolDelete");
  }
}
