package dev.vireo.vim.task;

import dev.vireo.vim.types.VirtualMachineQuestionInfo;
import org.jspecify.annotations.Nullable;

/** Decides about a question that a virtual machine asks while a task on it is waited for. */
@FunctionalInterface
public interface QuestionHandler {

  /** Answers nothing: every question ends the wait. */
  QuestionHandler NEVER = question -> null;

  /**
   * Decides about one question; asked once for each, from the thread that waits.
   *
   * @param question the question with its possible answers
   * @return key of the answer to give ({@code AnswerVM}); null to give none, which cancels the task
   *     and ends the wait with {@link dev.vireo.vim.TaskAbandonedException}
   */
  @Nullable String answer(VirtualMachineQuestionInfo question);
}
