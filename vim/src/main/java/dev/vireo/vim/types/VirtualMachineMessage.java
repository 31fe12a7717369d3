package dev.vireo.vim.types;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message of a virtual machine (VI API {@code VirtualMachineMessage}).
 *
 * @param id identity of the message
 * @param argument its arguments
 * @param text text for a person; null when the server does not say
 */
public record VirtualMachineMessage(String id, List<Object> argument, @Nullable String text)
    implements DataObject {

  /** Checks that the required components are there and copies the lists. */
  public VirtualMachineMessage {
    Objects.requireNonNull(id, "id");
    argument = List.copyOf(argument);
  }
}
