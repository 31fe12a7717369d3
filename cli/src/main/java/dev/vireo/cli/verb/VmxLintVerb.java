package dev.vireo.cli.verb;

import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.NamedFile;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.json.JsonWriter;
import dev.vireo.vmx.lint.Finding;
import dev.vireo.vmx.lint.LintOptions;
import dev.vireo.vmx.lint.Severity;
import dev.vireo.vmx.lint.VmxLint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code vmx lint}: what is wrong with VMX files, and in which line. */
final class VmxLintVerb implements Verb {
  private static final String FILES = "file";
  private static final String LEAST = "severity";
  private static final String WITHOUT = "without";
  private static final int WARNINGS = 1;
  private static final int ERRORS = 2;

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("vmx lint", CommandGroup.VMX, "say what is wrong with VMX files")
        .description(
            """
            Checks VMX files without asking a host, and prints each finding as
            FILE:LINE: SEVERITY: TEXT [RULE]. The exit code is 0 when there is
            nothing worse than info, 1 for warnings, and 2 for errors or when a
            file cannot be read.\
            """)
        .option(OptionSpec.args(FILES, "VMX files, or - for standard input", new Completer.Files()))
        .option(
            OptionSpec.named(
                LEAST,
                "leave out what is less severe: error, warning or info (default)",
                new Completer.Words(List.of("error", "warning", "info"))))
        .option(OptionSpec.list(WITHOUT, "name of a rule to leave out", Completer.NONE))
        .example("vmx lint web.vmx db.vmx")
        .example("vmx lint --severity warning --without mac-address web.vmx")
        .printsData()
        .filters()
        .build();
  }

  /** A finding and where it was found. */
  private record Found(String file, Finding finding) {}

  @Override
  public void run(Call call) {
    LintOptions options = options(call);
    if (call.all(FILES).stream().filter(NamedFile.STANDARD_INPUT::equals).count() > 1) {
      throw failure("only one of the files can be standard input");
    }
    List<Found> all = new ArrayList<>();
    List<String> unread = new ArrayList<>();
    for (String name : call.all(FILES)) {
      NamedFile file = new NamedFile(name);
      try {
        for (Finding finding : VmxLint.check(file.read(call.session()), options)) {
          all.add(new Found(file.title(), finding));
        }
      } catch (CommandException e) {
        unread.addAll(e.lines());
      }
    }
    if (call.json()) {
      printJson(call, all);
    } else {
      printText(call, all);
    }
    if (!unread.isEmpty()) {
      throw new CommandException(unread, ERRORS, null);
    }
    int exitCode = exitCode(all);
    if (exitCode != 0) {
      throw CommandException.withExitCode(exitCode);
    }
  }

  private static LintOptions options(Call call) {
    Severity least = Severity.INFO;
    String wanted = call.string(LEAST);
    if (wanted != null) {
      try {
        least = Severity.valueOf(wanted.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        throw failure("--severity '" + wanted + "' is not one of error, warning, info");
      }
    }
    for (String rule : call.all(WITHOUT)) {
      if (!VmxLint.rules().contains(rule)) {
        throw failure(
            "there is no rule '" + rule + "'; there are " + String.join(", ", VmxLint.rules()));
      }
    }
    return new LintOptions(least, Set.copyOf(call.all(WITHOUT)));
  }

  private static CommandException failure(String line) {
    return new CommandException(List.of(line), ERRORS, null);
  }

  private static int exitCode(List<Found> all) {
    int worst = 0;
    for (Found found : all) {
      worst =
          Math.max(
              worst,
              switch (found.finding().severity()) {
                case ERROR -> ERRORS;
                case WARNING -> WARNINGS;
                case INFO -> 0;
              });
    }
    return worst;
  }

  private static void printText(Call call, List<Found> all) {
    for (Found found : all) {
      Finding finding = found.finding();
      call.output()
          .line(
              VmxInputs.place(found.file(), finding.line())
                  + ": "
                  + word(finding.severity())
                  + ": "
                  + finding.text()
                  + " ["
                  + finding.rule()
                  + "]");
    }
  }

  private static void printJson(Call call, List<Found> all) {
    JsonWriter json = new JsonWriter().array();
    for (Found found : all) {
      Finding finding = found.finding();
      json.object().key("file").value(found.file()).key("line");
      (finding.line() > 0 ? json.value(finding.line()) : json.nothing())
          .key("severity")
          .value(word(finding.severity()))
          .key("key")
          .value(finding.key())
          .key("text")
          .value(finding.text())
          .key("rule")
          .value(finding.rule())
          .endObject();
    }
    call.print(json.endArray());
  }

  private static String word(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }
}
