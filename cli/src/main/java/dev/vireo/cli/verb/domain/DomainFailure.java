package dev.vireo.cli.verb.domain;

import dev.vireo.LibvirtException;

/** The first line about an operation on a domain that did not succeed, as far as anybody knows. */
public final class DomainFailure {

  private DomainFailure() {}

  /**
   * The line. What may have been done is never said to have failed.
   *
   * @param operation the operation as error messages name it, such as {@code start}
   * @param called the domain as the messages name it
   */
  public static String of(String operation, String called, LibvirtException e) {
    return e.isOutcomeUnknown()
        ? "Lost track of the request to " + operation + " domain '" + called + "'"
        : "Failed to " + operation + " domain '" + called + "'";
  }
}
