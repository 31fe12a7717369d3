package dev.vireo.internal.esx.task;

import dev.vireo.DomainQuestion;
import dev.vireo.TaskOptions;
import dev.vireo.vim.types.ElementDescription;
import dev.vireo.vim.types.VirtualMachineQuestionInfo;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What to do when a virtual machine waits for an answer: with {@code auto_answer=1} it gets the
 * default one, otherwise whoever waits may pick one, and otherwise the question is an error.
 */
public final class Questions {

  private static final System.Logger LOG = System.getLogger(Questions.class.getName());
  private static final String PENDING =
      "Pending question blocks virtual machine execution, question is '";

  private final boolean autoAnswer;

  public Questions(boolean autoAnswer) {
    this.autoAnswer = autoAnswer;
  }

  /**
   * Key of the answer to a question; null when it must not or cannot be answered.
   *
   * @param domain name of the domain
   * @param options who may pick the answer
   */
  public @Nullable String answer(
      VirtualMachineQuestionInfo question, String domain, TaskOptions options) {
    ElementDescription answer = defaultAnswer(question);
    if (!autoAnswer || answer == null) {
      return picked(question, domain, options);
    }
    LOG.log(
        System.Logger.Level.INFO,
        describe(question) + ", responding with default answer '" + answer.label() + "'");
    return answer.key();
  }

  private static @Nullable String picked(
      VirtualMachineQuestionInfo question, String domain, TaskOptions options) {
    if (options.questions() == null) {
      return null;
    }
    ElementDescription preset = defaultAnswer(question);
    DomainQuestion asked =
        new DomainQuestion(
            domain,
            question.text(),
            choices(question).stream().map(Questions::choice).toList(),
            preset == null ? null : choice(preset));
    return options
        .questions()
        .apply(asked)
        .filter(asked.choices()::contains) // the host would refuse another one
        .map(DomainQuestion.Choice::key)
        .orElse(null);
  }

  private static DomainQuestion.Choice choice(ElementDescription choice) {
    return new DomainQuestion.Choice(choice.key(), choice.label());
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
