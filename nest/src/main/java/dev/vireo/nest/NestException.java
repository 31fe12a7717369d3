package dev.vireo.nest;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that a user asked for cannot be done. Each problem is one sentence: what, where, what
 * to do. What was left behind is one of the problems; otherwise nothing was.
 */
public class NestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;
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
    super(String.join("\n", problems), cause);
    this.problems = List.copyOf(problems);
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
    return new NestException(joined(more), this);
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
  final List<String> joined(List<String> more) {
    return Stream.concat(problems.stream(), more.stream()).toList();
  }

  /** The problems, one sentence each. */
  public List<String> problems() {
    return problems;
  }
}
