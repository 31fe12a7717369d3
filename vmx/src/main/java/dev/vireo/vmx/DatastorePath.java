package dev.vireo.vmx;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
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

  /** Reads the API's form where no datastores are known; see the other method. */
  public static @Nullable DatastorePath parse(String text) {
    return parse(text, List::of);
  }

  /**
   * Reads the API's form, with or without blank behind the bracket ({@code
   * esxUtil_ParseDatastorePath}).
   *
   * <p>vSphere lets names of datastores have brackets and does not escape them: {@code [ds [1]]
   * web}. Where a text has several closing brackets, the name is the longest of those that are
   * known, or else goes up to the bracket that closes the first one.
   *
   * @param names gives the names of the datastores that are known; asked only where they matter
   * @return null when the text does not have the form
   */
  public static @Nullable DatastorePath parse(
      String text, Supplier<? extends Collection<String>> names) {
    int end = text.startsWith("[") ? nameEnd(text, names) : -1;
    if (end <= 1) {
      return null;
    }
    int start = end + 1;
    while (start < text.length() && text.charAt(start) == ' ') {
      start++;
    }
    return new DatastorePath(text.substring(1, end), text.substring(start));
  }

  private static int nameEnd(String text, Supplier<? extends Collection<String>> names) {
    int first = text.indexOf(']');
    if (first == text.lastIndexOf(']')) {
      return first;
    }
    int known = -1;
    for (String name : names.get()) {
      if (text.startsWith(name + "]", 1)) {
        known = Math.max(known, name.length() + 1);
      }
    }
    return known > 0 ? known : closing(text, first);
  }

  /** Where the first bracket of a text is closed; somewhere if that is never. */
  private static int closing(String text, int somewhere) {
    int open = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      open += c == '[' ? 1 : c == ']' ? -1 : 0;
      if (open == 0) {
        return i;
      }
    }
    return somewhere;
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
    return new DatastorePath(datastore, directory()).below(name);
  }

  /**
   * A file or directory in this one.
   *
   * @param name its name, or its path below this one
   */
  public DatastorePath below(String name) {
    return new DatastorePath(datastore, path.isEmpty() ? name : path + "/" + name);
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

  /** The API's form. */
  @Override
  public String toString() {
    return path.isEmpty() ? "[" + datastore + "]" : "[" + datastore + "] " + path;
  }
}
