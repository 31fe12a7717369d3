package dev.vireo.cli.nest;

import dev.vireo.cli.Call;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.nest.LabDisk;
import dev.vireo.nest.NestedHostSpecBuilder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The options that say which files and devices a host uses. */
final class StorageOptions {
  private static final Path DEVICES = Path.of("/dev");

  private static final String DISK = "disk";
  private static final String DATASTORE = "datastore";
  private static final String DATASTORE_SIZE = "datastore-size";
  private static final String ISO = "iso";
  private static final String USB = "usb";
  private static final String SERIAL_LOG = "serial-log";

  private StorageOptions() {}

  static void addTo(CommandSpec.Builder spec) {
    spec.option(
            OptionSpec.named(
                DISK,
                "raw image or block device to install on, instead of a new NAME.img",
                new Completer.Files()))
        .option(
            OptionSpec.named(
                DATASTORE, "raw image or block device for a datastore", new Completer.Files()))
        .option(
            OptionSpec.named(
                DATASTORE_SIZE, "size of a new NAME-datastore.img, such as 200GiB", Completer.NONE))
        .option(
            OptionSpec.named(
                SERIAL_LOG,
                "new file for what the host writes to its serial port (default NAME-serial.log)",
                new Completer.Files()));
  }

  /** The options for installation media that somebody has made. */
  static void addMediaTo(CommandSpec.Builder spec) {
    spec.option(OptionSpec.named(ISO, "installer's CD-ROM", new Completer.Files()))
        .option(OptionSpec.named(USB, "raw image of a USB stick", new Completer.Files()));
  }

  static void applyMedia(Call call, NestedHostSpecBuilder host) {
    host.installerIso(SizeOptions.path(call, ISO)).installerUsb(SizeOptions.path(call, USB));
  }

  static void apply(Call call, NestedHostSpecBuilder host) {
    host.disk(disk(call, DISK))
        .datastore(disk(call, DATASTORE))
        .datastoreSize(SizeOptions.size(call, DATASTORE_SIZE))
        .serialLog(SizeOptions.path(call, SERIAL_LOG));
  }

  private static @Nullable LabDisk disk(Call call, String option) {
    Path path = SizeOptions.path(call, option);
    if (path == null) {
      return null;
    }
    return path.startsWith(DEVICES)
        ? new LabDisk.BlockDevice(path)
        : new LabDisk.ExistingImage(path);
  }
}
