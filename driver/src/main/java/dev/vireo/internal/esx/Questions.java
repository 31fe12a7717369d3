package dev.vireo.internal.esx;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.AnswerVM;
import dev.vireo.vim.types.ElementDescription;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.VirtualMachineQuestionInfo;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What to do when a virtual machine waits for an answer: with {@code auto_answer=1} it gets the
 * default one, otherwise the question is an error.
 */
final class Questions {

  private static final System.Logger LOG = System.getLogger(Questions.class.getName());
  private static final String PENDING =
      "Pending question blocks virtual machine execution, question is '";

  private final VimClient client;
  private final boolean autoAnswer;

  Questions(VimClient client, boolean autoAnswer) {
    this.client = client;
    this.autoAnswer = autoAnswer;
  }

  /**
   * Answers a question.
   *
   * @throws LibvirtException {@link ErrorCode#INTERNAL_ERROR}, with the question and its choices,
   *     when it must not or cannot be answered
   */
  void handle(
      ManagedObjectReference machine, VirtualMachineQuestionInfo question, Attempt attempt) {
    List<ElementDescription> choices = question.choice().choiceInfo();
    String text = PENDING + question.text() + "', ";
    if (choices.isEmpty()) {
      throw error(attempt, text + "no possible answers");
    }
    text +=
        choices.stream()
            .map(choice -> "'" + choice.label() + "'")
            .collect(Collectors.joining(", ", "possible answers are ", ""));
    if (!autoAnswer) {
      throw error(attempt, text);
    }
    Integer chosen = question.choice().defaultIndex();
    if (chosen == null || chosen < 0 || chosen >= choices.size()) {
      throw error(attempt, text + ", but no default answer is specified");
    }
    ElementDescription answer = choices.get(chosen);
    LOG.log(
        System.Logger.Level.INFO,
        text + ", responding with default answer '" + answer.label() + "'");
    client.run(new AnswerVM(machine, question.id(), answer.key()));
  }

  private static LibvirtException error(Attempt attempt, String detail) {
    return attempt.error(ErrorCode.INTERNAL_ERROR, detail, null);
  }
}
