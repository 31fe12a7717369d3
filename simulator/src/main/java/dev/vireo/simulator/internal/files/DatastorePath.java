package dev.vireo.simulator.internal.files;

import org.jspecify.annotations.Nullable;

/**
 * A path as the VI API writes it: {@code [datastore1] web-1/web-1.vmx}.
 *
 * @param datastore name of the datastore
 * @param path path in the datastore, without slash at its start
 */
public record DatastorePath(String datastore, String path) {

  /** Reads the API's form; null when the text does not have it. */
  public static @Nullable DatastorePath parse(String text) {
    int end = text.indexOf(']');
    if (!text.startsWith("[") || end < 0) {
      return null;
    }
    return new DatastorePath(text.substring(1, end), text.substring(end + 1).strip());
  }

  /** The API's form. */
  @Override
  public String toString() {
    return path.isEmpty() ? "[" + datastore + "]" : "[" + datastore + "] " + path;
  }
}
