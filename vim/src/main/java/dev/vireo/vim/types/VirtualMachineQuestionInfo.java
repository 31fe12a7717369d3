package dev.vireo.vim.types;

import java.util.List;
import java.util.Objects;

/**
 * A question that blocks a virtual machine until it is answered (VI API {@code
 * VirtualMachineQuestionInfo}).
 *
 * @param id identity of the question
 * @param text the question
 * @param choice the possible answers
 * @param message the messages behind the question (API 2.5u2)
 */
public record VirtualMachineQuestionInfo(
    String id, String text, ChoiceOption choice, List<VirtualMachineMessage> message)
    implements DataObject {

  /** Checks that the required components are there and copies the lists. */
  public VirtualMachineQuestionInfo {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(choice, "choice");
    message = List.copyOf(message);
  }
}
