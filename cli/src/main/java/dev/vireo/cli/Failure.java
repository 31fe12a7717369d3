package dev.vireo.cli;

import dev.vireo.ErrorCode;
import dev.vireo.ErrorDomain;
import dev.vireo.LibvirtException;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.SyntaxException;
import dev.vireo.cli.json.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to tell of something that failed.
 *
 * @param code libvirt's kind of error
 * @param domain the part that raised it
 * @param lines what failed, and last why; empty when an exit code says it all
 * @param hints what to do about it
 * @param exitCode what the process returns when this was its last command
 */
record Failure(
    ErrorCode code, ErrorDomain domain, List<String> lines, List<String> hints, int exitCode) {

  Failure {
    lines = List.copyOf(lines);
    hints = List.copyOf(hints);
  }

  /** A failure that is libvirt's in no way. */
  static Failure of(List<String> lines) {
    return new Failure(ErrorCode.OPERATION_FAILED, ErrorDomain.NONE, lines, List.of(), 1);
  }

  /**
   * What an exception that a command threw tells.
   *
   * @param debug whether the user is shown where a mistake of ours is
   */
  static Failure of(Throwable thrown, boolean debug) {
    return switch (thrown) {
      case CommandException told -> of(told);
      case LibvirtException e ->
          new Failure(e.code(), e.domain(), List.of(Failures.text(e)), e.hints(), 1);
      default ->
          new Failure(
              ErrorCode.INTERNAL_ERROR,
              ErrorDomain.NONE,
              List.of(
                  "internal error: unexpected "
                      + thrown.getClass().getSimpleName()
                      + ": "
                      + Failures.text(thrown)),
              List.of("this is a mistake in vireo" + (debug ? "" : "; -d 0 shows where")),
              1);
    };
  }

  /** A mistake in the words of a command. */
  static Failure ofUsage(SyntaxException mistake) {
    String hint = mistake.hint();
    return ofUsage(mistake, hint == null ? List.of() : List.of(hint), mistake.exitCode());
  }

  /** A mistake in the options before the commands. */
  static Failure ofUsage(UsageException mistake) {
    return ofUsage(mistake, List.of(), 1);
  }

  private static Failure ofUsage(Throwable mistake, List<String> hints, int exitCode) {
    return new Failure(
        ErrorCode.INVALID_ARG, ErrorDomain.NONE, List.of(Failures.text(mistake)), hints, exitCode);
  }

  private static Failure of(CommandException told) {
    Throwable cause = told.getCause();
    while (cause != null && !(cause instanceof LibvirtException)) {
      cause = cause.getCause();
    }
    if (cause instanceof LibvirtException e) {
      return new Failure(e.code(), e.domain(), told.lines(), told.hints(), told.exitCode());
    }
    return new Failure(codeOf(told), ErrorDomain.NONE, told.lines(), told.hints(), told.exitCode());
  }

  /** A command that refuses without a cause does so because of what it was given. */
  private static ErrorCode codeOf(CommandException told) {
    ErrorCode code = told.code();
    if (code != null) {
      return code;
    }
    if (told.exitCode() == CommandException.INTERRUPTED) {
      return ErrorCode.OPERATION_ABORTED;
    }
    Throwable cause = told.getCause();
    if (cause == null) {
      return ErrorCode.INVALID_ARG;
    }
    return cause instanceof IOException ? ErrorCode.SYSTEM_ERROR : ErrorCode.OPERATION_FAILED;
  }

  /** This failure, with the exit code of the command where it has none of its own. */
  Failure failingWith(int failed) {
    return isSilent() || exitCode != CommandSpec.FAILED
        ? this
        : new Failure(code, domain, lines, hints, failed);
  }

  /** This failure, with an earlier one told before it. */
  Failure then(Failure next) {
    List<String> all = new ArrayList<>(lines);
    all.addAll(next.lines);
    List<String> advice = new ArrayList<>(hints);
    advice.addAll(next.hints);
    return new Failure(next.code, next.domain, all, advice, next.exitCode);
  }

  /** Whether nothing is to be told. */
  boolean isSilent() {
    return lines.isEmpty();
  }

  /**
   * The document that tells it.
   *
   * @param warnings what was warned of before
   * @param micros how long it took; null to leave that out
   */
  JsonWriter toJson(List<String> warnings, @Nullable Long micros) {
    int last = lines.size() - 1;
    JsonWriter json =
        new JsonWriter()
            .object()
            .key("code")
            .value(code.number())
            .key("name")
            .value(code.name())
            .key("domain")
            .value(domain.number())
            .key("domainName")
            .value(domain.name())
            .key("message")
            .value(last < 0 ? "" : lines.get(last))
            .key("context");
    strings(json, lines.subList(0, Math.max(0, last)));
    json.key("hints");
    strings(json, hints);
    json.key("exitCode").value(exitCode);
    return addNotes(json, warnings, micros).endObject();
  }

  /** Adds what is noted of a command whether it failed or not. */
  static JsonWriter addNotes(JsonWriter json, List<String> warnings, @Nullable Long micros) {
    json.key("warnings");
    strings(json, warnings);
    return micros == null ? json : json.key("timeMicros").value(micros);
  }

  private static void strings(JsonWriter json, List<String> values) {
    json.array();
    values.forEach(json::value);
    json.endArray();
  }
}
