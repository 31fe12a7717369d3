package dev.vireo.interop.process;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs many virsh commands in few processes: one costs milliseconds, where a process that connects
 * costs hundreds.
 *
 * <p>The commands go to virsh as one argument, with {@code echo MARKER; echo --err MARKER} between
 * them, so that each of the two streams can be cut by itself: nothing depends on how virsh
 * interleaves them. When a command kills virsh, which C libvirt's converters can do, that command's
 * outcome says so and the next process goes on behind it. Each process ends by the time limit of
 * {@link Command}, and each brings at least one outcome, so a batch ends.
 */
public final class VirshBatch {
  /** Linux takes 128 KiB in one argument. */
  private static final int MAX_ARGUMENT_BYTES = 96 * 1024;

  private static final int MAX_COMMANDS = 500;
  private static final String MARKER = "@vireo@";
  private static final String ERROR = "error: ";

  private final Command virsh;

  /**
   * @param virsh virsh with its connection and environment
   */
  public VirshBatch(Command virsh) {
    // Warnings of the library would look like output of the commands.
    this.virsh = virsh.with("LIBVIRT_LOG_OUTPUTS", "3:file:/dev/null");
  }

  /**
   * What one command printed.
   *
   * @param stdout its standard output
   * @param stderr its standard error
   * @param ended whether virsh survived it
   */
  public record Answer(String stdout, String stderr, boolean ended) {
    /**
     * Returns whether the command failed.
     *
     * @return true for an error message, and when virsh did not survive
     */
    public boolean failed() {
      return !ended || stderr.lines().anyMatch(line -> line.startsWith(ERROR));
    }
  }

  /**
   * Runs commands in order.
   *
   * @param commands virsh commands as typed, each without line ends
   * @return the answers in the same order
   */
  public List<Answer> run(List<String> commands) {
    List<Answer> answers = new ArrayList<>(commands.size());
    while (answers.size() < commands.size()) {
      List<String> rest = commands.subList(answers.size(), commands.size());
      answers.addAll(runSome(rest));
    }
    return answers;
  }

  /** Runs as many of the first commands as fit, or up to the one that virsh does not survive. */
  private List<Answer> runSome(List<String> commands) {
    StringBuilder line = new StringBuilder();
    int count = 0;
    while (count < commands.size() && count < MAX_COMMANDS) {
      String marker = marker(count);
      String step = commands.get(count) + "; echo " + marker + "; echo --err " + marker + "; ";
      if (count > 0 && line.length() + step.length() > MAX_ARGUMENT_BYTES) {
        break;
      }
      line.append(step);
      count++;
    }
    Outcome outcome = virsh.run(line.toString());
    return cut(outcome, count);
  }

  private static List<Answer> cut(Outcome outcome, int count) {
    List<Answer> answers = new ArrayList<>(count);
    Stream out = new Stream(outcome.stdout());
    Stream err = new Stream(outcome.stderr());
    for (int i = 0; i < count; i++) {
      String stdout = out.upTo(marker(i) + "\n");
      String stderr = err.upTo(ERROR + marker(i) + "\n");
      if (stdout == null || stderr == null) {
        String why = "virsh ended with exit code " + outcome.exitCode();
        answers.add(new Answer("", err.rest() + why, false));
        break;
      }
      answers.add(new Answer(withoutSeparators(stdout, i == 0), stderr, true));
    }
    if (answers.isEmpty()) {
      throw new AssertionError("virsh answered nothing: " + outcome);
    }
    return answers;
  }

  /** Behind each command virsh prints a line end: also behind the one that marks the errors. */
  private static String withoutSeparators(String stdout, boolean first) {
    int start = first ? 0 : 1;
    return stdout.substring(start, Math.max(start, stdout.length() - 1));
  }

  private static String marker(int number) {
    return MARKER + number;
  }

  /** A text that is read piece by piece. */
  private static final class Stream {
    private final String text;
    private int position;

    Stream(String text) {
      this.text = text;
    }

    /** The text up to an end mark, which is skipped; null when it does not come. */
    @org.jspecify.annotations.Nullable
    String upTo(String end) {
      int found = text.indexOf(end, position);
      if (found < 0) {
        return null;
      }
      String piece = text.substring(position, found);
      position = found + end.length();
      return piece;
    }

    String rest() {
      return text.substring(position);
    }
  }
}
