package dev.vireo.simulator.internal.files;

import java.time.Instant;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * The files of one datastore by their path, which has no slash at its start, such as {@code
 * web-1/web-1.vmx}. Directories exist as long as something is in them. Thread-safe.
 */
public final class FileStore {

  private final ConcurrentSkipListMap<String, FileContent> files = new ConcurrentSkipListMap<>();

  /** Creates or replaces a file. */
  public void put(String path, FileContent content) {
    files.put(path, content);
  }

  /** The file at this path; null when there is none. */
  public @Nullable FileContent get(String path) {
    return files.get(path);
  }

  /** Removes a file; without effect when there is none. */
  public void remove(String path) {
    files.remove(path);
  }

  /** Whether some file lies in or below this directory; the root always exists. */
  public boolean isDirectory(String path) {
    return path.isEmpty() || !below(path).isEmpty();
  }

  /**
   * Names of the entries of a directory in alphabetic order; directories end in a slash.
   *
   * @param path the directory without slash at its end; empty for the root
   */
  public Set<String> list(String path) {
    Set<String> names = new TreeSet<>();
    int start = path.isEmpty() ? 0 : path.length() + 1;
    NavigableMap<String, FileContent> candidates = path.isEmpty() ? files : below(path);
    for (String file : candidates.keySet()) {
      int slash = file.indexOf('/', start);
      names.add(slash < 0 ? file.substring(start) : file.substring(start, slash + 1));
    }
    return names;
  }

  /** When something in or below a directory was last written; null when there is nothing. */
  public @Nullable Instant modified(String path) {
    return below(path).values().stream()
        .map(FileContent::modified)
        .max(Instant::compareTo)
        .orElse(null);
  }

  private NavigableMap<String, FileContent> below(String directory) {
    // '0' is the character after '/', so the range holds exactly what starts with "directory/".
    return files.subMap(directory + "/", true, directory + "0", false);
  }
}
