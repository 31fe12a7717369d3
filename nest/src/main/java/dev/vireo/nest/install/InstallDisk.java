package dev.vireo.nest.install;

import dev.vireo.nest.NestException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The disk that ESXi is installed on: the {@code install} command of a kickstart file.
 *
 * @param device ESXi's name of the disk, such as {@code mpx.vmhba1:C0:T0:L0}; null for the first
 *     one, which in a nested host is {@code sda} or {@code hda} of its domain
 * @param overwriteVmfs whether a datastore that is on the disk may be overwritten; otherwise the
 *     installer stops there. A new disk has none
 */
public record InstallDisk(@Nullable String device, boolean overwriteVmfs) {

  private static final Pattern DEVICE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]*");

  public InstallDisk {
    if (device != null && !DEVICE.matcher(device).matches()) {
      throw new NestException("'%s' cannot be a disk's name in ESXi".formatted(device))
          .withHint("give one such as mpx.vmhba1:C0:T0:L0");
    }
  }

  /** The first disk, whose datastore is not overwritten. */
  public static InstallDisk first() {
    return new InstallDisk(null, false);
  }

  /** The same disk, whose datastore may be overwritten. */
  public InstallDisk overwriting() {
    return new InstallDisk(device, true);
  }

  String options() {
    String disk = device == null ? "--firstdisk" : "--disk=" + device;
    return overwriteVmfs ? disk + " --overwritevmfs" : disk;
  }
}
