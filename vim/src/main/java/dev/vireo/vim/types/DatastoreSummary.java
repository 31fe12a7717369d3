package dev.vireo.vim.types;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A datastore in short (VI API {@code DatastoreSummary}).
 *
 * @param datastore the datastore; null when the server does not say
 * @param name the name
 * @param url the url
 * @param capacity in bytes
 * @param freeSpace in bytes
 * @param uncommitted in bytes; null when the server does not say
 * @param accessible the accessible
 * @param multipleHostAccess the multiple host access; null when the server does not say
 * @param type the type
 * @param maintenanceMode the maintenance mode; null when the server does not say
 */
public record DatastoreSummary(
    @Nullable ManagedObjectReference datastore,
    String name,
    String url,
    long capacity,
    long freeSpace,
    @Nullable Long uncommitted,
    boolean accessible,
    @Nullable Boolean multipleHostAccess,
    String type,
    @Nullable String maintenanceMode)
    implements DataObject {

  /** Checks that the required components are there. */
  public DatastoreSummary {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(type, "type");
  }
}
