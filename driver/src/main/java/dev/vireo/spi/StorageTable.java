package dev.vireo.spi;

import dev.vireo.ErrorDomain;
import java.util.List;

/** What a driver does with storage pools and their volumes. */
public interface StorageTable {

  /** The names of all active pools ({@code virConnectListStoragePools}). */
  default List<String> poolNames() {
    throw Unsupported.function(ErrorDomain.STORAGE, "virConnectListStoragePools");
  }
}
