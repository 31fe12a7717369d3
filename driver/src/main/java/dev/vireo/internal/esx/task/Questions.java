package dev.vireo.internal.esx.task;

import dev.vireo.vim.types.ElementDescription;
import dev.vireo.vim.types.VirtualMachineQuestionInfo;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What to do when a virtual machine waits for an answer: with {@code auto_answer=1} it gets the
 * default one, otherwise the question is an error.
 */
public final class Questions {

  private static final System.Logger LOG = System.getLogger(Questions.class.getName());
  private static final String PENDING =
      "Pending question blocks virtual machine execution, question is '";

  private final boolean autoAnswer;

  public Questions(boolean autoAnswer) {
    this.autoAnswer = autoAnswer;
  }

  /** Key of the answer to a question; null when it must not or cannot be answered. */
  public @Nullable String answer(VirtualMachineQuestionInfo question) {
    ElementDescription answer = defaultAnswer(question);
    if (!autoAnswer || answer == null) {
      return null;
    }
    LOG.log(
        System.Logger.Level.INFO,
        describe(question) + ", responding with default answer '" + answer.label() + "'");
    return answer.key();
  }

  /** Libvirt's complaint about a question that was not answered, with its choices. */
  public String complaint(VirtualMachineQuestionInfo question) {
    boolean noDefault =
        autoAnswer && !choices(question).isEmpty() && defaultAnswer(question) == null;
    return describe(question) + (noDefault ? ", but no default answer is specified" : "");
  }

  private static String describe(VirtualMachineQuestionInfo question) {
    List<ElementDescription> choices = choices(question);
    String answers =
        choices.isEmpty()
            ? "no possible answers"
            : choices.stream()
                .map(choice -> "'" + choice.label() + "'")
                .collect(Collectors.joining(", ", "possible answers are ", ""));
    return PENDING + question.text() + "', " + answers;
  }

  private static @Nullable ElementDescription defaultAnswer(VirtualMachineQuestionInfo question) {
    Integer index = question.choice().defaultIndex();
    List<ElementDescription> choices = choices(question);
    return index == null || index < 0 || index >= choices.size() ? null : choices.get(index);
  }

  private static List<ElementDescription> choices(VirtualMachineQuestionInfo question) {
    return question.choice().choiceInfo();
  }
}
