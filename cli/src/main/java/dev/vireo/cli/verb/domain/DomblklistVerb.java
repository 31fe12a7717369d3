package dev.vireo.cli.verb.domain;

import dev.vireo.cli.Call;
import dev.vireo.cli.TextTable;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.json.JsonWriter;
import dev.vireo.cli.verb.Verb;
import dev.vireo.model.domain.Disk;
import dev.vireo.model.domain.DiskSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code domblklist}: the disks and drives of a domain. */
public final class DomblklistVerb implements Verb {
  private static final String DETAILS = "details";

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("domblklist", CommandGroup.MONITOR, "list all domain blocks")
        .description("Get the summary of block devices for a domain.")
        .option(DomainOption.spec("--all"))
        .option(DomainDocuments.inactive())
        .option(OptionSpec.bool(DETAILS, "additionally display the type and device value"))
        .example("domblklist web1 --details")
        .printsData()
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    List<Disk> disks = DomainDocuments.read(call).devices().disks();
    if (call.json()) {
      JsonWriter document = new JsonWriter().object().key("disks").array();
      for (Disk disk : disks) {
        document
            .object()
            .key("type")
            .value(disk.source().type())
            .key("device")
            .value(disk.device())
            .key("target")
            .value(disk.target().device())
            .key("source")
            .value(source(disk))
            .endObject();
      }
      call.print(document.endArray().endObject());
      return;
    }
    boolean details = call.has(DETAILS);
    TextTable table =
        details
            ? new TextTable("Type", "Device", "Target", "Source")
            : new TextTable("Target", "Source");
    for (Disk disk : disks) {
      String source = source(disk);
      String shown = source == null ? "-" : source;
      if (details) {
        table.row(disk.source().type(), disk.device(), disk.target().device(), shown);
      } else {
        table.row(disk.target().device(), shown);
      }
    }
    call.output().print(table, true);
  }

  private static @Nullable String source(Disk disk) {
    return switch (disk.source()) {
      case DiskSource.File file -> file.path();
      case DiskSource.Block block -> block.device();
      case DiskSource.Other other -> other.element() == null ? null : named(other);
    };
  }

  private static @Nullable String named(DiskSource.Other other) {
    for (String attribute : List.of("file", "dev", "dir", "name", "volume")) {
      String value = other.element() == null ? null : other.element().attribute(attribute);
      if (value != null) {
        return value;
      }
    }
    return null;
  }
}
