package dev.vireo.vim.types;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a host has mounted a datastore (VI API {@code HostMountInfo}).
 *
 * @param path where it is mounted; null when the server does not say
 * @param accessMode the access mode
 * @param mounted the mounted; null when the server does not say
 * @param accessible the accessible; null when the server does not say
 */
public record HostMountInfo(
    @Nullable String path,
    String accessMode,
    @Nullable Boolean mounted,
    @Nullable Boolean accessible)
    implements DataObject {

  /** Checks that the required components are there. */
  public HostMountInfo {
    Objects.requireNonNull(accessMode, "accessMode");
  }
}
