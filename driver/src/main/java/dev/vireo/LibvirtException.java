package dev.vireo;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An operation did not succeed. The message starts with libvirt's text for the {@linkplain #code()
 * code}, as {@code virsh} shows it, and then says what failed, on what and why. What to do about it
 * stands apart, in the {@linkplain #hints() hints}. Neither ever holds a secret.
 *
 * <p>For VMware hosts the cause tells apart where the trouble lies: a {@code
 * dev.vireo.vim.TransportException} for the way to the host, a {@code ProtocolException} for an
 * answer that nobody can read, a {@code FaultException} for a refusal by the host and a {@code
 * TaskFailedException} for a task that failed later; no cause when Vireo itself refused.
 */
public final class LibvirtException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final ErrorDomain domain;
  private final String detail;
  private final @Nullable String operation;
  private final @Nullable String object;
  private final boolean outcomeUnknown;
  private final boolean bare;

  @SuppressWarnings("serial") // List.copyOf makes lists that can be serialized
  private final List<String> hints;

  private LibvirtException(Builder builder) {
    super(builder.bare ? builder.detail : builder.code.message(builder.detail), builder.cause);
    this.bare = builder.bare;
    this.code = builder.code;
    this.domain = builder.domain;
    this.detail = builder.detail;
    this.operation = builder.operation;
    this.object = builder.object;
    this.hints = List.copyOf(builder.hints);
    this.outcomeUnknown = builder.outcomeUnknown;
  }

  /**
   * An error of no part in particular.
   *
   * @param detail the message without the text of the code
   */
  public static LibvirtException of(ErrorCode code, String detail) {
    return builder(code, detail).build();
  }

  /**
   * Starts an error.
   *
   * @param detail the message without the text of the code
   */
  public static Builder builder(ErrorCode code, String detail) {
    return new Builder(code, detail);
  }

  /** What kind of error this is. */
  public ErrorCode code() {
    return code;
  }

  /** The part that raised the error. */
  public ErrorDomain domain() {
    return domain;
  }

  /** The message without the text of the code. */
  public String detail() {
    return detail;
  }

  /**
   * The libvirt function that failed, such as {@code virDomainCreate}; null when it is none in
   * particular.
   */
  public @Nullable String operation() {
    return operation;
  }

  /** Name of the object that the operation was for; null when there is none. */
  public @Nullable String object() {
    return object;
  }

  /**
   * What the user may do about it, each a sentence or phrase of its own that begins with a small
   * letter and has no full stop, the likeliest first; empty when there is nothing to advise. The
   * message does not repeat them.
   */
  public List<String> hints() {
    return hints;
  }

  /**
   * The same error with more hints after its own.
   *
   * @return this error when there are none
   */
  public LibvirtException withHints(List<String> more) {
    return more.isEmpty() ? this : copy(detail, more);
  }

  /**
   * The same error of an operation that left something behind, which the message says at its end.
   *
   * @param stays what, one phrase each, such as {@code file 'x' stays: no permission}
   */
  public LibvirtException leaving(List<String> stays) {
    return copy(detail + "; " + String.join("; ", stays), List.of());
  }

  private LibvirtException copy(String text, List<String> moreHints) {
    Builder builder =
        builder(code, text)
            .domain(domain)
            .operation(operation)
            .object(object)
            .cause(getCause())
            .hints(hints)
            .hints(moreHints);
    builder.bare = bare;
    builder.outcomeUnknown = outcomeUnknown;
    LibvirtException copy = builder.build();
    copy.setStackTrace(getStackTrace());
    for (Throwable suppressed : getSuppressed()) {
      copy.addSuppressed(suppressed);
    }
    return copy;
  }

  /**
   * Whether the host may have done what was asked, or may yet do it: its answer was lost ({@link
   * ErrorCode#RPC}), or this end gave up waiting for it ({@link ErrorCode#OPERATION_ABORTED},
   * {@link ErrorCode#INVALID_CONN}). Any other error of an operation that changes something means
   * that it was not done.
   */
  public boolean isOutcomeUnknown() {
    return outcomeUnknown;
  }

  /** Collects the parts of a {@link LibvirtException}. */
  public static final class Builder {
    private final ErrorCode code;
    private final String detail;
    private ErrorDomain domain = ErrorDomain.NONE;
    private @Nullable String operation;
    private @Nullable String object;
    private @Nullable Throwable cause;
    private final List<String> hints = new ArrayList<>();
    private boolean outcomeUnknown;
    private boolean bare;

    private Builder(ErrorCode code, String detail) {
      this.code = Objects.requireNonNull(code);
      this.detail = Objects.requireNonNull(detail);
    }

    /** Sets the part that raised the error; {@link ErrorDomain#NONE} by default. */
    public Builder domain(ErrorDomain value) {
      domain = value;
      return this;
    }

    /** Sets the libvirt function that failed. */
    public Builder operation(@Nullable String value) {
      operation = value;
      return this;
    }

    /** Sets the name of the object that the operation was for. */
    public Builder object(@Nullable String value) {
      object = value;
      return this;
    }

    /** Sets the underlying failure. */
    public Builder cause(@Nullable Throwable value) {
      cause = value;
      return this;
    }

    /** Adds what the user may do about it; see {@link LibvirtException#hints()}. */
    public Builder hint(String value) {
      hints.add(value);
      return this;
    }

    /** Adds several hints. */
    public Builder hints(List<String> values) {
      hints.addAll(values);
      return this;
    }

    /** Says that the host may have done what was asked. */
    public Builder outcomeUnknown() {
      outcomeUnknown = true;
      return this;
    }

    /** Leaves the text of the code out of the message, as libvirt does for some refusals. */
    public Builder bare() {
      bare = true;
      return this;
    }

    /** The finished exception. */
    public LibvirtException build() {
      return new LibvirtException(this);
    }
  }
}
