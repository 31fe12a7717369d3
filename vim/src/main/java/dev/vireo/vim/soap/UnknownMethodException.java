package dev.vireo.vim.soap;

import dev.vireo.vim.types.ManagedObjectReference;
import org.jspecify.annotations.Nullable;

/** A request calls a method that there is no record for (server side). */
public final class UnknownMethodException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String method;
  private final transient @Nullable ManagedObjectReference self;

  /**
   * @param method name of the method
   * @param self the object it was called on; null when the request does not say
   */
  public UnknownMethodException(String method, @Nullable ManagedObjectReference self) {
    super("There is no method " + method + ".");
    this.method = method;
    this.self = self;
  }

  /** Name of the method. */
  public String method() {
    return method;
  }

  /** The object it was called on; null when the request does not say. */
  public @Nullable ManagedObjectReference self() {
    return self;
  }
}
