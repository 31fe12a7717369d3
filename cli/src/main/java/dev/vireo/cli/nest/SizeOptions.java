package dev.vireo.cli.nest;

import dev.vireo.cli.Amounts;
import dev.vireo.cli.Call;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.model.domain.DataSize;
import dev.vireo.nest.NestedHostSpecBuilder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The options that say how large a host is, and where its files go. */
final class SizeOptions {
  private static final String MEMORY = "memory";
  private static final String VCPUS = "vcpus";
  private static final String DISK_SIZE = "disk-size";
  private static final String DIRECTORY = "directory";

  private SizeOptions() {}

  static void addTo(CommandSpec.Builder spec) {
    spec.option(
            OptionSpec.named(
                MEMORY, "memory, such as 8GiB or 4096MiB (default: the version's)", Completer.NONE))
        .option(
            OptionSpec.named(
                VCPUS, "number of processors (default: the version's)", Completer.NONE))
        .option(
            OptionSpec.named(
                DISK_SIZE,
                "size of the new disk to install on, such as 40GiB (default: the version's)",
                Completer.NONE))
        .option(
            OptionSpec.named(
                DIRECTORY,
                "where new disks and the serial log go (default /var/lib/libvirt/images)",
                new Completer.Directories()));
  }

  static void apply(Call call, NestedHostSpecBuilder host) {
    host.memory(size(call, MEMORY)).vcpus(call.number(VCPUS)).diskSize(size(call, DISK_SIZE));
    Path directory = path(call, DIRECTORY);
    if (directory != null) {
      host.directory(directory);
    }
  }

  /** The amount that an option gives, or null. */
  static @Nullable DataSize size(Call call, String option) {
    String text = call.string(option);
    return text == null ? null : new DataSize(Amounts.bytes(option, text));
  }

  /** The absolute path that an option gives from the current directory, or null. */
  static @Nullable Path path(Call call, String option) {
    String text = call.string(option);
    return text == null ? null : call.session().directory().resolve(text).normalize();
  }
}
