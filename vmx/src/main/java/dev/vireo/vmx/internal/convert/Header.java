package dev.vireo.vmx.internal.convert;

import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.device.HardwareVersions;

/** What every file starts with: encoding, format and hardware version. */
final class Header {

  private static final String ENCODING = ".encoding";
  private static final String FORMAT = "config.version";
  private static final String HARDWARE = "virtualHW.version";
  private static final int FORMAT_VERSION = 8;

  private Header() {}

  /**
   * The hardware version; the oldest one when the file has none that can be read.
   *
   * @throws VmxException if neither format nor hardware version is there: the file describes no
   *     virtual machine
   */
  static int read(Section file) {
    if (file.entry(FORMAT) == null && file.entry(HARDWARE) == null) {
      throw new VmxException(
          VmxException.Kind.MISSING,
          0,
          FORMAT,
          "has to be in a configuration file of a virtual machine",
          null,
          null);
    }
    if (file.whole(FORMAT, 0) != FORMAT_VERSION) {
      file.warn(FORMAT, "should be " + FORMAT_VERSION);
    }
    long hardware = file.whole(HARDWARE, 0);
    if (hardware < HardwareVersions.OLDEST || hardware > Integer.MAX_VALUE) {
      file.warn(HARDWARE, "should be " + HardwareVersions.OLDEST + " or more");
      return HardwareVersions.OLDEST;
    }
    return (int) hardware;
  }

  static void plan(Plan plan) {
    plan.add(
        "header",
        true,
        out -> {
          out.set(ENCODING, "UTF-8");
          out.set(FORMAT, FORMAT_VERSION);
          out.set(HARDWARE, plan.target().hardwareVersion());
        });
  }
}
