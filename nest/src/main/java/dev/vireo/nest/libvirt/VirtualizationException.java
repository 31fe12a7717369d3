package dev.vireo.nest.libvirt;

import dev.vireo.nest.NestException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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

  /**
   * A failure.
   *
   * @param kind where the trouble lies
   * @param problem one sentence that says what, where and why
   * @param libvirtText libvirt's own words; empty when it said nothing
   */
  public VirtualizationException(Kind kind, String problem, String libvirtText) {
    super(problem);
    this.kind = Objects.requireNonNull(kind);
    this.libvirtText = Objects.requireNonNull(libvirtText);
  }

  /**
   * A failure with a cause.
   *
   * @param kind where the trouble lies
   * @param problem one sentence that says what, where and why
   * @param cause what it came from
   */
  public VirtualizationException(Kind kind, String problem, Throwable cause) {
    super(problem, cause);
    this.kind = Objects.requireNonNull(kind);
    this.libvirtText = "";
  }

  private VirtualizationException(
      VirtualizationException failure,
      List<String> problems,
      List<String> hints,
      @Nullable Throwable cause) {
    super(problems, hints, cause);
    this.kind = failure.kind;
    this.libvirtText = failure.libvirtText;
  }

  @Override
  public VirtualizationException and(List<String> more) {
    return new VirtualizationException(this, joined(more), hints(), this);
  }

  @Override
  public VirtualizationException withHints(List<String> more) {
    return new VirtualizationException(this, problems(), advised(more), getCause());
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
