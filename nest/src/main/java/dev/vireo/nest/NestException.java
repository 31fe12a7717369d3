package dev.vireo.nest;

import dev.vireo.nest.check.Objection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that a user asked for cannot be done. Each problem is one sentence: what, where, why.
 * What to do about it stands apart, in the {@linkplain #hints() hints}. What was left behind is one
 * of the problems; otherwise nothing was.
 */
public class NestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;
  private final transient List<String> hints;
  private boolean leftBehind;

  /**
   * One problem.
   *
   * @param problem one sentence, without a full stop
   */
  public NestException(String problem) {
    this(List.of(problem));
  }

  /**
   * Several problems.
   *
   * @param problems at least one
   */
  public NestException(List<String> problems) {
    this(problems, null);
  }

  /**
   * Several problems with a cause.
   *
   * @param problems at least one
   * @param cause what they came from; null when it was nothing else
   */
  public NestException(List<String> problems, @Nullable Throwable cause) {
    this(problems, List.of(), cause);
  }

  /**
   * Several problems with advice and a cause.
   *
   * @param problems at least one
   * @param hints what the user may do, as {@link #hints} has it
   * @param cause what they came from; null when it was nothing else
   */
  protected NestException(List<String> problems, List<String> hints, @Nullable Throwable cause) {
    super(String.join("\n", problems), cause);
    this.problems = List.copyOf(problems);
    this.hints = hints.stream().distinct().toList();
  }

  /**
   * What keeps something from being done.
   *
   * @param objections at least one
   */
  public static NestException ofRefusals(List<Objection> objections) {
    return new NestException(
        objections.stream().map(Objection::text).toList(),
        objections.stream().flatMap(each -> Stream.ofNullable(each.remedy())).toList(),
        null);
  }

  /**
   * One problem with a cause.
   *
   * @param problem one sentence, without a full stop
   * @param cause what it came from
   */
  public NestException(String problem, Throwable cause) {
    this(List.of(problem), cause);
  }

  /**
   * This failure with more problems.
   *
   * @param more one sentence each, without a full stop
   * @return a failure of the same kind, with this one as its cause
   */
  public NestException and(List<String> more) {
    return new NestException(joined(more), hints, this);
  }

  /**
   * This failure with more advice.
   *
   * @param more what the user may do, each a sentence or phrase as {@link #hints} has them
   * @return a failure of the same kind, without what was {@linkplain #leaving left behind}
   */
  public NestException withHints(List<String> more) {
    return new NestException(problems, advised(more), getCause());
  }

  /** This failure with one more advice, as {@link #withHints} gives it. */
  public final NestException withHint(String hint) {
    return withHints(List.of(hint));
  }

  /** All hints: these, and then more. */
  protected final List<String> advised(List<String> more) {
    return Stream.concat(hints.stream(), more.stream()).toList();
  }

  /**
   * This failure, which left something behind.
   *
   * @param stays what, one sentence each
   * @return a failure of the same kind, with this one as its cause
   */
  public NestException leaving(List<String> stays) {
    NestException failure = and(stays);
    failure.leftBehind = true;
    return failure;
  }

  /** Whether something was left behind, on whose account other things have to stay, too. */
  public boolean leftBehind() {
    return leftBehind;
  }

  /** All problems: these, and then more. */
  protected final List<String> joined(List<String> more) {
    return Stream.concat(problems.stream(), more.stream()).toList();
  }

  /**
   * What the user may do about it, each a command, sentence or phrase of its own without a full
   * stop, the likeliest first; empty when there is nothing to advise. The problems do not repeat
   * them.
   */
  public List<String> hints() {
    return hints;
  }

  /** The problems, one sentence each. */
  public List<String> problems() {
    return problems;
  }
}
