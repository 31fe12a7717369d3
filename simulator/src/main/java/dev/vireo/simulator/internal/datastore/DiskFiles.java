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
    };
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
            extent.substring(extent.lastIndexOf('/') + 1),
            order.kib(),
            order.adapter(),
            order.hardwareVersion(),
            order.thin());
    long bytes = order.kib() << 10;
    place
        .files()
        .put(place.path(), new FileContent.Stored(text.getBytes(StandardCharsets.UTF_8), now));
    place.files().put(extent, new FileContent.Zeros(bytes, now), order.thin() ? 0 : bytes);
  }

  /** Grows a disk of zeros. */
  private static void extend(Place place, long kib, Instant now) {
    FileContent old = place.files().get(place.path());
    if (old == null) {
      return;
    }
    String text = new String(old.head(LARGEST_DESCRIPTOR), StandardCharsets.UTF_8);
    String longer = text.replaceFirst("(?m)^RW \\d+ ", "RW " + (kib << 1) + " ");
    boolean thin = isThin(place);
    String extent = DiskDescriptorText.extent(place.path());
    long allocated = thin ? place.files().allocated(extent) : kib << 10;
    place
        .files()
        .put(place.path(), new FileContent.Stored(longer.getBytes(StandardCharsets.UTF_8), now));
    place.files().put(extent, new FileContent.Zeros(kib << 10, now), allocated);
  }

  private static void destroy(Place place) {
    place.files().remove(place.path());
    place.files().remove(DiskDescriptorText.extent(place.path()));
  }
}
