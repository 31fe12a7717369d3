package dev.vireo.nest;

import java.util.List;
import java.util.Objects;

/** libvirt, or the way to it, or another program that makes hosts, failed. */
public final class VirtualizationException extends NestException {

  /** Where the trouble lies. */
  public enum Kind {
    /** The program that reaches libvirt is not installed. */
    NOT_INSTALLED,
    /** libvirt's daemon cannot be reached. */
    NO_CONNECTION,
    /** No answer in time. */
    TIMED_OUT,
    /** The calling thread was interrupted; its interrupt status is set again. */
    INTERRUPTED,
    /** libvirt refused, or failed to carry it out. */
    REFUSED
  }

  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final String libvirtText;
  private final String fact;

  /**
   * A failure.
   *
   * @param kind where the trouble lies
   * @param problem one sentence that says what, where and what to do
   * @param libvirtText libvirt's own words; empty when it said nothing
   */
  public VirtualizationException(Kind kind, String problem, String libvirtText) {
    super(problem);
    this.kind = Objects.requireNonNull(kind);
    this.libvirtText = Objects.requireNonNull(libvirtText);
    this.fact = problem;
  }

  /**
   * A failure with a cause.
   *
   * @param kind where the trouble lies
   * @param problem one sentence that says what, where and what to do
   * @param cause what it came from
   */
  public VirtualizationException(Kind kind, String problem, Throwable cause) {
    super(problem, cause);
    this.kind = Objects.requireNonNull(kind);
    this.libvirtText = "";
    this.fact = problem;
  }

  /** A failure that is told with what to do about it. */
  private VirtualizationException(VirtualizationException failure, String remedy) {
    super(List.of(failure.fact + "; " + remedy), failure.getCause());
    this.kind = failure.kind;
    this.libvirtText = failure.libvirtText;
    this.fact = failure.fact;
  }

  private VirtualizationException(VirtualizationException failure, List<String> problems) {
    super(problems, failure);
    this.kind = failure.kind;
    this.libvirtText = failure.libvirtText;
    this.fact = failure.fact;
  }

  @Override
  public VirtualizationException and(List<String> more) {
    return new VirtualizationException(this, joined(more));
  }

  /** This failure, whose problem also says what to do about it. */
  VirtualizationException mendedBy(String remedy) {
    return new VirtualizationException(this, remedy);
  }

  /** The problem without what to do about it. */
  String fact() {
    return fact;
  }

  /** Where the trouble lies. */
  public Kind kind() {
    return kind;
  }

  /** libvirt's own words; empty when it said nothing. */
  public String libvirtText() {
    return libvirtText;
  }
}
