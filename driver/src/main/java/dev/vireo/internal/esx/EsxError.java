package dev.vireo.internal.esx;

import dev.vireo.ErrorCode;
import dev.vireo.ErrorDomain;
import dev.vireo.LibvirtException;

/** Errors that the ESX driver raises itself. */
public final class EsxError {

  private EsxError() {}

  /**
   * An error.
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
  public static LibvirtException.Builder builder(ErrorCode code, String detail) {
    return LibvirtException.builder(code, detail).domain(ErrorDomain.ESX);
  }
}
