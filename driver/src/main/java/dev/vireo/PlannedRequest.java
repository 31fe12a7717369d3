package dev.vireo;

import java.util.Objects;

/**
 * A request that would change something on the host.
 *
 * @param name the VI method, such as {@code ReconfigVM_Task}, or the HTTP verb and URL of a file
 * @param body what is sent: XML, or the text of the file. Values of secrets are hidden
 */
public record PlannedRequest(String name, String body) {

  /** Checks that both are there. */
  public PlannedRequest {
    Objects.requireNonNull(name);
    Objects.requireNonNull(body);
  }
}
