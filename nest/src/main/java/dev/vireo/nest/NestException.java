package dev.vireo.nest;

import java.util.List;

/**
 * Something that a user asked for cannot be done. Each problem is one sentence: what, where, what
 * to do. Nothing was left behind.
 */
public class NestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

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
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /**
   * One problem with a cause.
   *
   * @param problem one sentence, without a full stop
   * @param cause what it came from
   */
  public NestException(String problem, Throwable cause) {
    super(problem, cause);
    this.problems = List.of(problem);
  }

  /** The problems, one sentence each. */
  public List<String> problems() {
    return problems;
  }
}
