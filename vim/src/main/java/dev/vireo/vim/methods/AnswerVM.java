package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Objects;

/**
 * Answers the question that blocks a machine (VI API {@code AnswerVM}).
 *
 * @param self the object to call
 * @param questionId identity of the question
 * @param answerChoice key of the answer
 */
public record AnswerVM(ManagedObjectReference self, String questionId, String answerChoice)
    implements VimMethod<Void> {

  /** Checks that the required components are there. */
  public AnswerVM {
    Objects.requireNonNull(self, "self");
    Objects.requireNonNull(questionId, "questionId");
    Objects.requireNonNull(answerChoice, "answerChoice");
  }
}
