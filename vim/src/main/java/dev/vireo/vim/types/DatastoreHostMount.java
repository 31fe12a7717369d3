package dev.vireo.vim.types;

import java.util.Objects;

/**
 * Where a host has mounted a datastore (VI API {@code DatastoreHostMount}).
 *
 * @param key the host
 * @param mountInfo the mount info
 */
public record DatastoreHostMount(ManagedObjectReference key, HostMountInfo mountInfo)
    implements DataObject {

  /** Checks that the required components are there. */
  public DatastoreHostMount {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(mountInfo, "mountInfo");
  }
}
