package dev.vireo.vim;

import org.jspecify.annotations.Nullable;

/** The server answered, but not as a VI API server answers. */
public final class ProtocolException extends VimException {

  private static final long serialVersionUID = 1L;

  /** What is wrong with the answer. */
  public enum Kind {
    /** The answer is no VI API answer at all: another kind of server. */
    NOT_VSPHERE,
    /** The answer is not well-formed XML, or lacks a required part. */
    MALFORMED,
    /** The answer holds a document type declaration, which this library refuses to read. */
    DOCTYPE,
    /** The answer nests deeper, or repeats more, than the limits allow. */
    LIMIT,
    /** An HTTP status other than 200 and 500, and than those of {@link #UNAVAILABLE}. */
    HTTP_STATUS,
    /** HTTP status 502, 503 or 504: the server, or what it stands for, does not work at present. */
    UNAVAILABLE,
    /** The answers are well-formed but lead nowhere: they ask for ever more of the same. */
    ENDLESS
  }

  private static final int BAD_GATEWAY = 502;
  private static final int GATEWAY_TIMEOUT = 504;

  private final Kind kind;
  private final int status;
  private final @Nullable String location;

  /**
   * @param kind what is wrong with the answer
   * @param message one sentence naming operation and reason
   * @param cause the underlying failure
   */
  public ProtocolException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.status = 0;
    this.location = null;
  }

  /**
   * An answer with an unexpected HTTP status, which tells {@link Kind#UNAVAILABLE} from {@link
   * Kind#HTTP_STATUS}.
   *
   * @param message one sentence naming operation and reason
   * @param status the status
   * @param location where the answer points to; null for nowhere
   */
  public ProtocolException(String message, int status, @Nullable String location) {
    super(message, null);
    boolean unavailable = status >= BAD_GATEWAY && status <= GATEWAY_TIMEOUT;
    this.kind = unavailable ? Kind.UNAVAILABLE : Kind.HTTP_STATUS;
    this.status = status;
    this.location = location;
  }

  /** What is wrong with the answer. */
  public Kind kind() {
    return kind;
  }

  /** The HTTP status that was unexpected; 0 when that is not what was wrong. */
  public int status() {
    return status;
  }

  /** Where an answer with an unexpected status points to; null for nowhere. */
  public @Nullable String location() {
    return location;
  }
}
