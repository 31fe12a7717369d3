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
import dev.vireo.vmx.lint.Finding;
import dev.vireo.vmx.lint.LintOptions;
import dev.vireo.vmx.lint.LintRule;
import dev.vireo.vmx.lint.Severity;
import dev.vireo.vmx.lint.VmxLint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code vmx lint}: what is wrong with VMX files, and in which line. */
public final class VmxLintVerb implements Verb {
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
            FILE:LINE: SEVERITY: TEXT [RULE]. A directory stands for all *.vmx
            files in it and below; a line at the end sums them up. The exit code
            is 0 when there is nothing worse than info, 1 for warnings, and 2 for
            errors, wrong usage, or when a file cannot be read.

            The rules, which --without leaves out, and the worst that each finds:
            """
                + rules())
        .option(
            OptionSpec.args(
                FILES, "VMX files, directories, or - for standard input", new Completer.Files()))
        .option(
            OptionSpec.named(
                LEAST,
                "leave out what is less severe: error, warning or info (default)",
                new Completer.Words(List.of("error", "warning", "info"))))
        .option(
            OptionSpec.list(
                WITHOUT, "name of a rule to leave out", new Completer.Words(VmxLint.rules())))
        .example("vmx lint web.vmx db.vmx")
        .example("vmx lint --severity warning --without mac-address /vmfs/volumes/datastore1")
        .printsData()
        .filters()
        .failsWith(ERRORS)
        .build();
  }

  /** The rules in lines of a description. */
  private static String rules() {
    StringBuilder text = new StringBuilder();
    for (LintRule rule : VmxLint.catalogue()) {
      text.append("\n  ")
          .append(rule.name())
          .append(" (")
          .append(word(rule.worst()))
          .append(")\n    ")
          .append(rule.description());
    }
    return text.toString();
  }

  /** A finding and where it was found. */
  private record Found(NamedFile file, Finding finding) {}

  /** What came of all files. */
  private static final class Outcome {
    private final List<Found> found = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private final Set<String> hints = new LinkedHashSet<>();
    private int checked;
    private boolean summedUp;

    void leaveOut(CommandException failure) {
      unread.addAll(failure.lines());
      hints.addAll(failure.hints());
    }
  }

  @Override
  public void run(Call call) {
    LintOptions options = options(call);
    if (call.all(FILES).stream().filter(NamedFile.STANDARD_INPUT::equals).count() > 1) {
      throw new CommandException("only one of the files can be standard input");
    }
    Outcome outcome = new Outcome();
    for (String name : call.all(FILES)) {
      try {
        check(call, name, options, outcome);
      } catch (CommandException e) {
        outcome.leaveOut(e);
      }
    }
    if (call.json()) {
      printJson(call, outcome.found);
    } else {
      printText(call, outcome.found);
      if (outcome.summedUp) {
        call.output().extra(summary(outcome) + "\n");
      }
    }
    if (!outcome.unread.isEmpty()) {
      throw new CommandException(outcome.unread, ERRORS, null).withHints(outcome.hints);
    }
    int exitCode = exitCode(outcome.found);
    if (exitCode != 0) {
      throw CommandException.withExitCode(exitCode);
    }
  }

  /** Checks a file, or the files below a directory. */
  private static void check(Call call, String name, LintOptions options, Outcome outcome) {
    if (name.isEmpty()) { // as a path it would be the current directory
      throw new CommandException("a file to check has no name")
          .withHint("write . for the current directory");
    }
    NamedFile named = new NamedFile(name);
    Path path = name.equals(NamedFile.STANDARD_INPUT) ? null : named.path(call.session());
    if (path == null || !Files.isDirectory(path)) {
      check(call, named, options, outcome);
      return;
    }
    outcome.summedUp = true;
    VmxFilesBelow files = VmxFilesBelow.of(path, name);
    files.requireSome(name);
    outcome.unread.addAll(files.unread());
    for (NamedFile file : files.found()) {
      try {
        check(call, file, options, outcome);
      } catch (CommandException e) {
        outcome.leaveOut(e);
      }
    }
  }

  private static void check(Call call, NamedFile file, LintOptions options, Outcome outcome) {
    byte[] bytes = file.read(call.session());
    VmxInputs.refuseXml(file, bytes);
    for (Finding finding : VmxLint.check(bytes, options)) {
      outcome.found.add(new Found(file, finding));
    }
    outcome.checked++;
  }

  private static String summary(Outcome outcome) {
    StringBuilder text = new StringBuilder(counted(outcome.checked, "file")).append(": ");
    boolean nothing = true;
    for (Severity severity : Severity.values()) {
      long count =
          outcome.found.stream().filter(each -> each.finding().severity() == severity).count();
      if (count > 0) {
        String what = severity == Severity.INFO ? "note" : word(severity);
        text.append(nothing ? "" : ", ").append(counted(count, what));
        nothing = false;
      }
    }
    text.append(nothing ? "nothing found" : "");
    if (!outcome.unread.isEmpty()) {
      text.append("; ").append(outcome.unread.size()).append(" could not be read");
    }
    return text.toString();
  }

  private static String counted(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private static LintOptions options(Call call) {
    Severity least = Severity.INFO;
    String wanted = call.string(LEAST);
    if (wanted != null) {
      try {
        least = Severity.valueOf(wanted.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        throw new CommandException(
            "--severity '" + wanted + "' is not one of error, warning, info");
      }
    }
    for (String rule : call.all(WITHOUT)) {
      if (!VmxLint.rules().contains(rule)) {
        throw new CommandException("there is no rule '" + rule + "'")
            .withHint("the rules are " + String.join(", ", VmxLint.rules()));
      }
    }
    return new LintOptions(least, Set.copyOf(call.all(WITHOUT)));
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
              VmxInputs.place(found.file().title(), finding.line())
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
      json.object().key("file").value(found.file().plainTitle()).key("line");
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
