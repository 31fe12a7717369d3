package dev.vireo.simulator.internal.datastore;

import dev.vireo.simulator.internal.definition.FileOrder;
import dev.vireo.simulator.internal.files.DiskDescriptor;
import dev.vireo.simulator.internal.files.DiskDescriptorText;
import dev.vireo.simulator.internal.files.FileContent;
import dev.vireo.simulator.internal.files.FileStore;
import dev.vireo.simulator.internal.object.Faults;
import dev.vireo.simulator.internal.object.MachineFaults;
import dev.vireo.simulator.internal.object.RaisedFault;
import dev.vireo.vmx.DatastorePath;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The files of virtual disks: made, extended and deleted, all of them or none. */
public final class DiskFiles {

  private static final String VMDK = ".vmdk";
  private static final int LARGEST_DESCRIPTOR = 64 << 10;

  /** What a disk takes to which nothing has been written yet. */
  private static final long NEW_DELTA_BYTES = 24 << 10;

  /**
   * Where a disk is.
   *
   * @param datastore its datastore
   * @param path path of its text part there
   */
  private record Place(Datastore datastore, String path) {

    FileStore files() {
      return datastore.files();
    }
  }

  private final Function<String, @Nullable DatastorePath> paths;
  private final Function<String, @Nullable Datastore> datastores;

  /**
   * @param paths reads datastore paths
   * @param datastores finds datastores by their names
   */
  public DiskFiles(
      Function<String, @Nullable DatastorePath> paths,
      Function<String, @Nullable Datastore> datastores) {
    this.paths = paths;
    this.datastores = datastores;
  }

  /**
   * Does what is ordered. Under write.
   *
   * @throws RaisedFault when something of it cannot be done; nothing has been done then
   */
  public void carryOut(List<FileOrder> orders, Instant now) {
    Set<String> gone = new HashSet<>();
    long created = 0;
    for (FileOrder order : orders) {
      created += check(order, gone, created);
    }
    for (FileOrder order : orders) {
      Place place = place(order.path());
      switch (order) {
        case FileOrder.Create create -> create(place, create, now);
        case FileOrder.Extend extend -> extend(place, extend.kib(), now);
        case FileOrder.Destroy destroy -> destroy(place);
        case FileOrder.Branch branch -> branch(place, place(branch.parent()), now);
        case FileOrder.Commit commit -> commit(place, place(commit.parent()), now);
        case FileOrder.Rebase rebase -> rebase(place, rebase.parent(), now);
      }
    }
  }

  private Place place(String path) {
    DatastorePath parsed = paths.apply(path);
    Datastore datastore = parsed == null ? null : datastores.apply(parsed.datastore());
    if (parsed == null || datastore == null || !parsed.path().endsWith(VMDK)) {
      throw MachineFaults.invalidPath(path);
    }
    return new Place(datastore, parsed.path());
  }

  /** Checks an order, and gives the bytes that it takes. */
  private long check(FileOrder order, Set<String> gone, long taken) {
    Place place = place(order.path());
    boolean exists = place.files().get(place.path()) != null && !gone.contains(order.path());
    return switch (order) {
      case FileOrder.Create create -> {
        if (exists) {
          throw MachineFaults.fileExists(order.path());
        }
        yield require(place, create.thin() ? 0 : create.kib() << 10, taken);
      }
      case FileOrder.Extend extend -> {
        if (!exists) {
          throw Faults.fileNotFound(order.path());
        }
        if (DiskDescriptor.isOnTop(text(place))) {
          throw Faults.notSupported(); // as long as it has snapshots
        }
        FileContent data = place.files().get(DiskDescriptorText.extent(place.path()));
        if (data != null && !(data instanceof FileContent.Zeros)) {
          throw Faults.notSupported(); // what a client has written would be lost
        }
        long before = data == null ? 0 : data.size();
        yield isThin(place) ? 0 : require(place, (extend.kib() << 10) - before, taken);
      }
      case FileOrder.Destroy destroy -> {
        gone.add(destroy.path());
        yield 0;
      }
      case FileOrder.Branch branch -> {
        if (exists) {
          throw MachineFaults.fileExists(branch.path());
        }
        requireThere(branch.parent());
        yield require(place, NEW_DELTA_BYTES, taken);
      }
      case FileOrder.Commit commit -> {
        requireThere(commit.path());
        requireThere(commit.parent());
        yield 0;
      }
      case FileOrder.Rebase rebase -> {
        requireThere(rebase.path());
        yield 0;
      }
    };
  }

  private void requireThere(String path) {
    Place place = place(path);
    if (place.files().get(place.path()) == null) {
      throw Faults.fileNotFound(path);
    }
  }

  private static long require(Place place, long bytes, long taken) {
    if (bytes > place.files().free() - taken) {
      throw MachineFaults.noSpace(place.path(), place.datastore().name());
    }
    return bytes;
  }

  private static boolean isThin(Place place) {
    FileContent descriptor = place.files().get(place.path());
    return descriptor != null && DiskDescriptor.of(descriptor).thin();
  }

  private static void create(Place place, FileOrder.Create order, Instant now) {
    String extent = DiskDescriptorText.extent(place.path());
    String text =
        DiskDescriptorText.of(
            lastOf(extent), order.kib(), order.adapter(), order.hardwareVersion(), order.thin());
    long bytes = order.kib() << 10;
    write(place, text, now);
    place.files().put(extent, new FileContent.Zeros(bytes, now), order.thin() ? 0 : bytes);
  }

  /** Grows a disk of zeros. */
  private static void extend(Place place, long kib, Instant now) {
    String longer = text(place).replaceFirst("(?m)^RW \\d+ ", "RW " + (kib << 1) + " ");
    boolean thin = isThin(place);
    String extent = DiskDescriptorText.extent(place.path());
    long allocated = thin ? place.files().allocated(extent) : kib << 10;
    write(place, longer, now);
    place.files().put(extent, new FileContent.Zeros(kib << 10, now), allocated);
  }

  private static void destroy(Place place) {
    place.files().remove(place.path());
    place.files().remove(DiskDescriptorText.extent(place.path()));
    place.files().remove(DiskDescriptorText.deltaExtent(place.path()));
  }

  private static void branch(Place place, Place below, Instant now) {
    String extent = DiskDescriptorText.deltaExtent(place.path());
    String text = DiskDescriptorText.delta(text(below), nameFrom(place, below), lastOf(extent));
    write(place, text, now);
    place.files().put(extent, new FileContent.Zeros(NEW_DELTA_BYTES, now));
  }

  private static void commit(Place place, Place below, Instant now) {
    long kept = place.files().allocated(DiskDescriptorText.deltaExtent(place.path()));
    String data = dataOf(below);
    FileContent before = below.files().get(data);
    destroy(place);
    if (before != null) {
      boolean delta = data.endsWith("-delta.vmdk");
      long allocated = below.files().allocated(data) + kept - NEW_DELTA_BYTES;
      if (delta) {
        below.files().put(data, new FileContent.Zeros(allocated, now));
      } else if (before instanceof FileContent.Zeros) {
        below.files().put(data, before, Math.min(before.size(), allocated));
      }
    }
  }

  /** Path of the data of a disk. */
  private static String dataOf(Place place) {
    String delta = DiskDescriptorText.deltaExtent(place.path());
    return place.files().get(delta) == null ? DiskDescriptorText.extent(place.path()) : delta;
  }

  private void rebase(Place place, String parent, Instant now) {
    write(place, DiskDescriptorText.onTopOf(text(place), nameFrom(place, place(parent))), now);
  }

  private static String text(Place place) {
    FileContent content = place.files().get(place.path());
    return content == null
        ? ""
        : new String(content.head(LARGEST_DESCRIPTOR), StandardCharsets.UTF_8);
  }

  private static void write(Place place, String text, Instant now) {
    place
        .files()
        .put(place.path(), new FileContent.Stored(text.getBytes(StandardCharsets.UTF_8), now));
  }

  /** How a disk calls another one: by its name alone where both are beside each other. */
  private static String nameFrom(Place place, Place other) {
    boolean beside =
        place.datastore().equals(other.datastore())
            && directory(place.path()).equals(directory(other.path()));
    return beside
        ? lastOf(other.path())
        : new DatastorePath(other.datastore().name(), other.path()).toString();
  }

  private static String directory(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  private static String lastOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
