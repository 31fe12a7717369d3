package dev.vireo.cli.nest;

import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.Interruptible;
import dev.vireo.cli.credentials.Prompt;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.json.JsonWriter;
import dev.vireo.nest.DestroyOptions;
import dev.vireo.nest.Removal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code nest destroy}: removes a nested host. */
public final class NestDestroyVerb extends NestVerb {
  private static final String NVRAM = "nvram";
  private static final String DISKS = "disks";
  private static final String YES = "yes";

  @Override
  public CommandSpec spec() {
    return of("destroy", "remove a nested host")
        .description(
            """
            Takes the power of a nested host off and removes its definition, after
            naming what goes and asking; where nobody can answer --yes is needed.
            Without --disks what was made for it stays, and disks that were there
            before it always do.\
            """)
        .option(Lab.name("name of the host"))
        .option(OptionSpec.bool(NVRAM, "remove the variables of its UEFI firmware, too"))
        .option(
            OptionSpec.bool(
                DISKS, "remove the disks that were made for it, and its serial log, too"))
        .option(OptionSpec.bool(YES, "do not ask"))
        .option(Lab.LIBVIRT)
        .example("nest destroy esxi-1")
        .example("nest destroy esxi-1 --nvram --disks --yes")
        .printsData()
        .build();
  }

  @Override
  boolean changes() {
    return true;
  }

  @Override
  void run(Call call, Lab lab) {
    String name = call.required(Lab.NAME);
    DestroyOptions options = new DestroyOptions(call.has(NVRAM), call.has(DISKS));
    Removal planned = lab.hosts().removal(name, options);
    if (!call.has(YES)) {
      confirm(call, name, planned);
    }
    Removal removed = Interruptible.call(call.session(), () -> lab.hosts().destroy(name, options));
    if (call.json()) {
      printJson(call, removed);
    } else {
      call.output().extra("Host '" + name + "' removed\n");
      goes(removed).forEach(what -> call.output().extra("  " + what + '\n'));
    }
  }

  private static void confirm(Call call, String name, Removal removal) {
    if (!call.session().streams().isInteractive()) {
      List<String> lines = new ArrayList<>();
      lines.add("nobody is there to ask whether to remove '" + name + "'");
      goes(removal).forEach(what -> lines.add("it would take: " + what));
      throw new CommandException(lines, 1, null).withHint("repeat this with --yes");
    }
    StringBuilder question = new StringBuilder("This removes host '" + name + "':\n");
    goes(removal).forEach(what -> question.append("  ").append(what).append('\n'));
    call.output().flush();
    if (!means(Prompt.of(call.session().streams()).line(question + "Go on? [y/N] "))) {
      throw new CommandException("nothing was removed");
    }
  }

  /** Whether an answer means yes; no answer does not. */
  static boolean means(@Nullable String answer) {
    String word = answer == null ? "" : answer.strip().toLowerCase(Locale.ROOT);
    return word.equals("y") || word.equals("yes");
  }

  /** What goes, one thing a line. */
  static List<String> goes(Removal removal) {
    List<String> what = new ArrayList<>();
    if (removal.powerOff()) {
      what.add("its power: it runs");
    }
    what.add("the definition of domain " + removal.name());
    if (removal.nvram()) {
      what.add("the variables of its firmware");
    }
    for (Path file : removal.files()) {
      what.add(file.toString());
    }
    return what;
  }

  private static void printJson(Call call, Removal removal) {
    JsonWriter json =
        new JsonWriter()
            .object()
            .key("name")
            .value(removal.name())
            .key("poweredOff")
            .value(removal.powerOff())
            .key("nvram")
            .value(removal.nvram())
            .key("files")
            .array();
    for (Path file : removal.files()) {
      json.value(file.toString());
    }
    call.print(json.endArray().endObject());
  }
}
