package dev.vireo.vmx;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file or directory of a datastore, as the VI API writes it: {@code [datastore1] web/web.vmx}.
 *
 * @param datastore name of the datastore, not empty
 * @param path path in the datastore, parts separated by {@code /}; empty for the datastore itself
 */
public record DatastorePath(String datastore, String path) {

  public DatastorePath {
    Objects.requireNonNull(datastore);
    Objects.requireNonNull(path);
    if (datastore.isEmpty()) {
      throw new IllegalArgumentException("a datastore path needs the name of a datastore");
    }
  }

  /**
   * Reads the API's form, with or without blank behind the bracket ({@code
   * esxUtil_ParseDatastorePath}); null when the text does not have it.
   */
  public static @Nullable DatastorePath parse(String text) {
    int end = text.startsWith("[") ? text.indexOf(']') : -1;
    if (end <= 1) {
      return null;
    }
    int start = end + 1;
    while (start < text.length() && text.charAt(start) == ' ') {
      start++;
    }
    return new DatastorePath(text.substring(1, end), text.substring(start));
  }

  /** Everything before the last slash of the path; empty at the top. */
  public String directory() {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /** Everything behind the last slash of the path. */
  public String fileName() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /**
   * A file beside this one.
   *
   * @param name its name, or its path below this one's directory
   */
  public DatastorePath sibling(String name) {
    String directory = directory();
    return new DatastorePath(datastore, directory.isEmpty() ? name : directory + "/" + name);
  }

  /** The API's form. */
  @Override
  public String toString() {
    return path.isEmpty() ? "[" + datastore + "]" : "[" + datastore + "] " + path;
  }
}
