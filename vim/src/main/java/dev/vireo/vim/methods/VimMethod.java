package dev.vireo.vim.methods;

import dev.vireo.vim.codec.MemberWriter;
import dev.vireo.vim.types.ManagedObjectReference;

/**
 * A call of a VI API method. Implementations are records named like the method; the first component
 * is the object that the method is called on, the others are the parameters in the order of the
 * API's WSDL.
 *
 * @param <R> type of the result: a data object, a {@code List}, a reference, or {@code Void}
 */
public interface VimMethod<R> {

  /** The object that the method is called on ({@code _this} on the wire). */
  ManagedObjectReference self();

  /** VI name of the method. */
  String methodName();

  /**
   * Gives the object and the parameters away.
   *
   * @param out takes them, in the order of the wire
   */
  void write(MemberWriter out);

  /**
   * Whether calling twice does no harm, so that a call may be repeated after a broken connection.
   */
  default boolean repeatable() {
    return false;
  }
}
