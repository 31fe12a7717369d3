package dev.vireo.vim.types;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A question blocks the machine (VI API {@code QuestionPending}).
 *
 * @param faultCause the fault that caused this one; null for none
 * @param faultMessage explanations
 * @param text the question
 */
public record QuestionPending(
    @Nullable LocalizedMethodFault faultCause, List<LocalizableMessage> faultMessage, String text)
    implements MethodFault {

  /** Checks that the required components are there and copies the lists. */
  public QuestionPending {
    Objects.requireNonNull(text, "text");
    faultMessage = List.copyOf(faultMessage);
  }

  /** Makes the fault without a cause and explanations. */
  public QuestionPending(String text) {
    this(null, List.of(), text);
  }
}
