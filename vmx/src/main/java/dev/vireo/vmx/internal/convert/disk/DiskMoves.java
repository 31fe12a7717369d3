package dev.vireo.vmx.internal.convert.disk;

import dev.vireo.model.domain.Disk;
import dev.vireo.model.domain.DiskSource;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.device.DeviceKeys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Disks that an edit puts at another place: the file that stands behind a disk tells which it is.
 * All their keys go along, those included that no domain shows.
 */
public final class DiskMoves {

  private final Map<DiskPlace, DiskPlace> moves;

  private DiskMoves(Map<DiskPlace, DiskPlace> moves) {
    this.moves = moves;
  }

  /** No disk moves. */
  public static DiskMoves none() {
    return new DiskMoves(Map.of());
  }

  /**
   * The moves from one domain to another. Floppies stay where they are, and a file that is behind
   * several disks tells nothing.
   */
  public static DiskMoves between(Map<DiskPlace, Disk> before, Map<DiskPlace, Disk> after) {
    Map<DiskPlace, DiskPlace> moves = new LinkedHashMap<>();
    before.forEach((from, disk) -> {
      DiskPlace to = onlyPlaceOf(disk, after);
      if (to != null && !to.equals(from) && from.equals(onlyPlaceOf(disk, before))) {
        moves.put(from, to);
      }
    });
    return new DiskMoves(moves);
  }

  private static @Nullable DiskPlace onlyPlaceOf(Disk disk, Map<DiskPlace, Disk> all) {
    List<DiskPlace> places =
        all.entrySet().stream()
            .filter(each -> isSame(disk, each.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    return places.size() == 1 ? places.get(0) : null;
  }

  private static boolean isSame(Disk a, Disk b) {
    return hasName(a.source())
        && !a.device().equals("floppy")
        && a.device().equals(b.device())
        && a.source().equals(b.source());
  }

  private static boolean hasName(DiskSource source) {
    return switch (source) {
      case DiskSource.File file -> file.path() != null;
      case DiskSource.Block block -> block.device() != null;
      case DiskSource.Other other -> false;
    };
  }

  /** Whether all disks stay where they are. */
  public boolean isEmpty() {
    return moves.isEmpty();
  }

  /** The file with the keys of the moved disks at their new places. */
  public VmxDocument apply(VmxDocument file) {
    if (isEmpty()) {
      return file;
    }
    VmxDocument.Editor editor = file.edit();
    for (VmxEntry entry : file.entries()) {
      if (isOfMoved(entry.key())) {
        editor.remove(entry.key());
      }
    }
    moves.forEach((from, to) -> move(file, from, to, editor));
    return editor.apply();
  }

  /** Whether a key belongs to a place that a disk moves from or to. */
  private boolean isOfMoved(String key) {
    return moves.entrySet().stream()
        .anyMatch(move ->
            DeviceKeys.suffix(key, move.getKey().prefix()) != null
                || DeviceKeys.suffix(key, move.getValue().prefix()) != null);
  }

  private static void move(
      VmxDocument file, DiskPlace from, DiskPlace to, VmxDocument.Editor editor) {
    for (VmxEntry entry : file.entries()) {
      String suffix = DeviceKeys.suffix(entry.key(), from.prefix());
      if (suffix != null && entry.equals(file.entry(entry.key()))) {
        String value = entry.value().replace("\"", "|22");
        editor.set(DeviceKeys.moved(entry.key(), suffix, to.prefix()), value);
      }
    }
    String type = to.prefix() + ".deviceType";
    if (from.bus() != to.bus()
        && DiskBacking.isTypeOfDisk(file.get(from.prefix() + ".deviceType"))) {
      String wanted = DiskBacking.typeOfDisk(to.bus());
      if (wanted == null) {
        editor.remove(type);
      } else {
        editor.set(type, wanted);
      }
    }
    String controller = to.bus().kind().name(to.controller()) + ".present";
    if (to.bus() != DiskBus.IDE && !"true".equalsIgnoreCase(file.get(controller))) {
      editor.set(controller, "true");
    }
  }
}
