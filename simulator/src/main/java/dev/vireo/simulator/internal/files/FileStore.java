package dev.vireo.simulator.internal.files;

import java.time.Instant;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/**
 * The files and directories of one datastore by their paths, which have no slash at their start or
 * end, such as {@code web-1/web-1.vmx}, and what they take of it. A file brings the directories
 * that it lies in with it, and they stay when it goes. Thread-safe.
 */
public final class FileStore {

  /** What text that is made when it is read takes, whose length nobody wants to know before. */
  private static final long GENERATED_BYTES = 8192;

  /**
   * A file.
   *
   * @param content what it holds
   * @param allocated what it takes of the datastore, in bytes
   */
  private record Entry(FileContent content, long allocated) {}

  private final ConcurrentSkipListMap<String, Entry> files = new ConcurrentSkipListMap<>();
  private final ConcurrentSkipListSet<String> directories = new ConcurrentSkipListSet<>();
  private final UploadSpace space;
  private final Runnable changed;
  private final long capacity;
  private long used;

  /**
   * @param space what uploaded files take of this process
   * @param capacity what the datastore has, in bytes
   * @param changed called after what is taken has changed, without a lock held
   */
  public FileStore(UploadSpace space, long capacity, Runnable changed) {
    this.space = space;
    this.capacity = capacity;
    this.changed = changed;
  }

  /** What the datastore has, in bytes. */
  public long capacity() {
    return capacity;
  }

  /** What is left of it, in bytes. */
  public synchronized long free() {
    return Math.max(0, capacity - used);
  }

  /** What is taken of it, in bytes. */
  public synchronized long used() {
    return used;
  }

  /** What a file takes of the datastore that nothing else is said of, in bytes. */
  public static long allocated(FileContent content) {
    return content instanceof FileContent.Generated ? GENERATED_BYTES : content.size();
  }

  /** Creates or replaces a file of the host's own, whether there is space or not. */
  public void put(String path, FileContent content) {
    put(path, content, allocated(content));
  }

  /**
   * Creates or replaces a file of the host's own, whether there is space or not.
   *
   * @param allocated what it takes of the datastore, in bytes: less than its size when it is thin
   */
  public void put(String path, FileContent content, long allocated) {
    synchronized (this) {
      Entry before = replace(path, new Entry(content, allocated));
      space.useAnyway(content.space() - spaceOf(before));
      discard(before);
    }
    changed.run();
  }

  /**
   * Creates or replaces a file unless it finds no space; false then, and the content is the
   * caller's.
   */
  public boolean store(String path, FileContent content) {
    synchronized (this) {
      Entry before = files.get(path);
      long allocated = allocated(content);
      boolean fits = allocated - allocatedBy(before) <= Math.max(0, capacity - used);
      if (!fits || !space.use(content.space() - spaceOf(before))) {
        return false;
      }
      discard(replace(path, new Entry(content, allocated)));
    }
    changed.run();
    return true;
  }

  private @Nullable Entry replace(String path, Entry entry) {
    addParents(path);
    Entry before = files.put(path, entry);
    used += entry.allocated() - allocatedBy(before);
    return before;
  }

  private void addParents(String path) {
    for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      if (!directories.add(path.substring(0, slash))) {
        return;
      }
    }
  }

  private static long spaceOf(@Nullable Entry entry) {
    return entry == null ? 0 : entry.content().space();
  }

  private static long allocatedBy(@Nullable Entry entry) {
    return entry == null ? 0 : entry.allocated();
  }

  private static void discard(@Nullable Entry entry) {
    if (entry != null) {
      entry.content().discard();
    }
  }

  /** The file at this path; null when there is none. */
  public @Nullable FileContent get(String path) {
    Entry entry = files.get(path);
    return entry == null ? null : entry.content();
  }

  /** What the file at a path takes of the datastore, in bytes; zero when there is none. */
  public long allocated(String path) {
    return allocatedBy(files.get(path));
  }

  /** Removes a file; false when there is none. */
  public boolean remove(String path) {
    synchronized (this) {
      Entry before = files.remove(path);
      if (before == null) {
        return false;
      }
      forget(before);
    }
    changed.run();
    return true;
  }

  /** Removes a file, whose content goes on to another place; null when there is none. */
  public @Nullable FileContent release(String path) {
    Entry before;
    synchronized (this) {
      before = files.remove(path);
      if (before == null) {
        return null;
      }
      used -= before.allocated();
      space.useAnyway(-before.content().space());
    }
    changed.run();
    return before.content();
  }

  private void forget(Entry entry) {
    used -= entry.allocated();
    space.useAnyway(-entry.content().space());
    discard(entry);
  }

  /** Removes a directory with all that is in it; false when there is none. The root stays. */
  public boolean removeDirectory(String path) {
    synchronized (this) {
      if (!directories.remove(path)) {
        return false;
      }
      below(directories, path).clear();
      NavigableMap<String, Entry> inside = below(path);
      inside.values().forEach(this::forget);
      inside.clear();
    }
    changed.run();
    return true;
  }

  /** Removes a directory if nothing is in it. */
  public synchronized void removeEmpty(String path) {
    if (below(path).isEmpty() && below(directories, path).isEmpty()) {
      directories.remove(path);
    }
  }

  /** Creates a directory with those that it lies in; false when it is there, or a file is. */
  public synchronized boolean makeDirectory(String path) {
    if (path.isEmpty() || files.containsKey(path) || !directories.add(path)) {
      return false;
    }
    addParents(path);
    return true;
  }

  /** Gives a file, or a directory with all that is in it, another path, where nothing is. */
  public synchronized void move(String from, String to) {
    Entry file = files.remove(from);
    addParents(to);
    if (file != null) {
      files.put(to, file);
      return;
    }
    directories.remove(from);
    directories.add(to);
    NavigableSet<String> inner = below(directories, from);
    for (String directory : Set.copyOf(inner)) {
      directories.remove(directory);
      directories.add(to + directory.substring(from.length()));
    }
    for (String path : Set.copyOf(below(from).keySet())) {
      Entry entry = files.remove(path);
      if (entry != null) {
        files.put(to + path.substring(from.length()), entry);
      }
    }
  }

  /** Whether there is a directory at this path; the root always exists. */
  public boolean isDirectory(String path) {
    return path.isEmpty() || directories.contains(path);
  }

  /** Paths of all files in or below a directory, in alphabetic order. */
  public Set<String> all(String directory) {
    return new TreeSet<>(directory.isEmpty() ? files.keySet() : below(directory).keySet());
  }

  /**
   * Names of the entries of a directory in alphabetic order; directories end in a slash.
   *
   * @param path the directory; empty for the root
   */
  public Set<String> list(String path) {
    Set<String> names = new TreeSet<>();
    int start = path.isEmpty() ? 0 : path.length() + 1;
    for (String file : path.isEmpty() ? files.keySet() : below(path).keySet()) {
      int slash = file.indexOf('/', start);
      names.add(slash < 0 ? file.substring(start) : file.substring(start, slash + 1));
    }
    for (String directory : path.isEmpty() ? directories : below(directories, path)) {
      int slash = directory.indexOf('/', start);
      names.add((slash < 0 ? directory.substring(start) : directory.substring(start, slash)) + "/");
    }
    return names;
  }

  /** When something in or below a directory was last written; null when there is nothing. */
  public @Nullable Instant modified(String path) {
    return below(path).values().stream()
        .map(entry -> entry.content().modified())
        .max(Instant::compareTo)
        .orElse(null);
  }

  private NavigableMap<String, Entry> below(String directory) {
    // '0' is the character after '/', so the range holds exactly what starts with "directory/".
    return files.subMap(directory + "/", true, directory + "0", false);
  }

  private static NavigableSet<String> below(NavigableSet<String> all, String directory) {
    return all.subSet(directory + "/", true, directory + "0", false);
  }
}
