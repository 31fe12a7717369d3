package dev.vireo.simulator.internal.files;

import java.util.ArrayDeque;
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

  /**
   * The same place without steps that lead nowhere, such as {@code .} and doubled slashes; null
   * when it climbs out of the datastore.
   */
  public @Nullable DatastorePath normalized() {
    ArrayDeque<String> steps = new ArrayDeque<>();
    for (String step : path.split("/", -1)) {
      if (step.equals("..")) {
        if (steps.pollLast() == null) {
          return null;
        }
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.addLast(step);
      }
    }
    return new DatastorePath(datastore, String.join("/", steps));
  }

  /** The entry of this name in the folder that this is the path of. */
  public DatastorePath below(String name) {
    return new DatastorePath(datastore, path.isEmpty() ? name : path + "/" + name);
  }

  /** The API's form. */
  @Override
  public String toString() {
    return path.isEmpty() ? "[" + datastore + "]" : "[" + datastore + "] " + path;
  }
}
