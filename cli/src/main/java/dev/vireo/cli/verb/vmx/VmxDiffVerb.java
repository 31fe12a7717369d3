package dev.vireo.cli.verb.vmx;

import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.NamedFile;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.json.JsonWriter;
import dev.vireo.cli.verb.Verb;
import dev.vireo.vmx.VmxDiff;
import dev.vireo.vmx.VmxDiff.Difference;
import dev.vireo.vmx.VmxSecrets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code vmx diff}: what two VMX files say differently. */
public final class VmxDiffVerb implements Verb {
  private static final String LEFT = "left";
  private static final String RIGHT = "right";
  private static final int DIFFERENT = 1;
  private static final int TROUBLE = 2;

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("vmx diff", CommandGroup.VMX, "show what two VMX files say differently")
        .description(
            """
            Shows which keys mean something else in two VMX files. The order of
            lines, comments, quotes and other forms of the same value do not
            count. Secrets are not shown. The exit code is 0 when both mean
            the same, 1 when they differ, and 2 when a file cannot be read, and for
            wrong usage.\
            """)
        .option(OptionSpec.data(LEFT, "VMX file, or - for standard input", new Completer.Files()))
        .option(OptionSpec.data(RIGHT, "VMX file, or - for standard input", new Completer.Files()))
        .example("vmx diff old.vmx new.vmx")
        .printsData()
        .filters()
        .failsWith(TROUBLE)
        .build();
  }

  @Override
  public void run(Call call) {
    String left = call.required(LEFT);
    String right = call.required(RIGHT);
    if (left.equals(NamedFile.STANDARD_INPUT) && right.equals(NamedFile.STANDARD_INPUT)) {
      throw new CommandException("only one of the two files can be standard input");
    }
    List<Difference> differences =
        VmxDiff.between(VmxInputs.read(call, left), VmxInputs.read(call, right));
    if (call.json()) {
      printJson(call, differences);
    } else {
      printText(call, differences);
    }
    if (!differences.isEmpty()) {
      throw CommandException.withExitCode(DIFFERENT);
    }
  }

  private static void printText(Call call, List<Difference> differences) {
    for (Difference difference : differences) {
      call.output()
          .line(
              difference.key()
                  + ": "
                  + (difference.isSecret()
                      ? VmxSecrets.HIDDEN
                      : text(difference.left()) + " -> " + text(difference.right())));
    }
  }

  private static String text(@Nullable String value) {
    return value == null ? "(not there)" : "\"" + value + "\"";
  }

  private static void printJson(Call call, List<Difference> differences) {
    JsonWriter json = new JsonWriter().array();
    for (Difference difference : differences) {
      json.object().key("device").value(difference.device()).key("key").value(difference.key());
      if (!difference.isSecret()) {
        json.key("left").value(difference.left()).key("right").value(difference.right());
      }
      json.endObject();
    }
    call.print(json.endArray());
  }
}
