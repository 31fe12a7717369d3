package dev.vireo.vim.types;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The host has too little memory left (VI API {@code InsufficientMemoryResourcesFault}).
 *
 * @param faultCause the fault that caused this one; null for none
 * @param faultMessage explanations
 * @param unreserved in bytes
 * @param requested in bytes
 */
public record InsufficientMemoryResourcesFault(
    @Nullable LocalizedMethodFault faultCause,
    List<LocalizableMessage> faultMessage,
    long unreserved,
    long requested)
    implements MethodFault {

  /** Copies the lists. */
  public InsufficientMemoryResourcesFault {
    faultMessage = List.copyOf(faultMessage);
  }

  /** Makes the fault without a cause and explanations. */
  public InsufficientMemoryResourcesFault(long unreserved, long requested) {
    this(null, List.of(), unreserved, requested);
  }
}
