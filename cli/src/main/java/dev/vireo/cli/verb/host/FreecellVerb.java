package dev.vireo.cli.verb.host;

import dev.vireo.ErrorCode;
import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.json.JsonWriter;
import dev.vireo.cli.verb.Verb;

/** {@code freecell}: the free memory of the host, which VMware tells for the whole host only. */
public final class FreecellVerb implements Verb {
  private static final String CELL = "cellno";
  private static final String ALL = "all";
  private static final int BYTES_PER_KIB = 1024;
  private static final String NO_CELLS =
      "this function is not supported by the connection driver: virNodeGetCellsFreeMemory";

  private static final String NEGATIVE_CELL =
      "startCell in virNodeGetCellsFreeMemory must be zero or greater";

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("freecell", CommandGroup.HOST, "NUMA free memory")
        .description("display available free memory for the NUMA cell.")
        .option(OptionSpec.number(CELL, "NUMA cell number (default: the whole host)"))
        .option(OptionSpec.bool(ALL, "show free memory for all NUMA cells"))
        .example("freecell")
        .printsData()
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    call.exclude(ALL, CELL);
    Integer cell = call.number(CELL);
    if (call.has(ALL)) {
      all(call);
      return;
    }
    if (cell != null) {
      throw cell < 0
          ? CommandException.of(ErrorCode.INVALID_ARG, NEGATIVE_CELL)
          : CommandException.of(ErrorCode.NO_SUPPORT, NO_CELLS);
    }
    long freeKiB = call.host().getFreeMemory() / BYTES_PER_KIB;
    if (call.json()) {
      call.print(new JsonWriter().object().key("freeMemoryKiB").value(freeKiB).endObject());
    } else {
      call.output().line("Total: " + freeKiB + " KiB");
    }
  }

  /** The sum over all cells that the capabilities name, and for a VMware host they name none. */
  private static void all(Call call) {
    if (call.json()) {
      call.print(new JsonWriter().object().key("cells").array().endArray().endObject());
    } else {
      call.output().extra("--------------------\nTotal:          0 KiB\n");
    }
  }
}
