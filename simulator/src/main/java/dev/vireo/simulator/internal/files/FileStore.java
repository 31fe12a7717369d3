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
  private final UploadSpace space;

  /**
   * @param space what uploaded files take
   */
  public FileStore(UploadSpace space) {
    this.space = space;
  }

  /** Creates or replaces a file of the host's own, whether there is space or not. */
  public synchronized void put(String path, FileContent content) {
    FileContent before = files.put(path, content);
    space.useAnyway(size(content) - size(before));
    discard(before);
  }

  /**
   * Creates or replaces a file unless it finds no space; false then, and the content is the
   * caller's.
   */
  public synchronized boolean store(String path, FileContent content) {
    if (!space.use(size(content) - size(files.get(path)))) {
      return false;
    }
    discard(files.put(path, content));
    return true;
  }

  private static long size(@Nullable FileContent content) {
    return content == null ? 0 : content.space();
  }

  private static void discard(@Nullable FileContent content) {
    if (content != null) {
      content.discard();
    }
  }

  /** The file at this path; null when there is none. */
  public @Nullable FileContent get(String path) {
    return files.get(path);
  }

  /** Removes a file; false when there is none. */
  public synchronized boolean remove(String path) {
    FileContent before = files.remove(path);
    space.useAnyway(-size(before));
    discard(before);
    return before != null;
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
