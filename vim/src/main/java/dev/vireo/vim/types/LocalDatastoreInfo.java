package dev.vireo.vim.types;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A datastore in a directory of the host (VI API {@code LocalDatastoreInfo}).
 *
 * @param name the name
 * @param url the url
 * @param freeSpace in bytes
 * @param maxFileSize in bytes
 * @param timestamp the timestamp; null when the server does not say
 * @param path the path; null when the server does not say
 */
public record LocalDatastoreInfo(
    String name,
    String url,
    long freeSpace,
    long maxFileSize,
    @Nullable Instant timestamp,
    @Nullable String path)
    implements DatastoreInfo {

  /** Checks that the required components are there. */
  public LocalDatastoreInfo {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(url, "url");
  }
}
