package dev.vireo.internal.esx.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vireo.DomainQuestion;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.TaskOptions;
import dev.vireo.internal.esx.Attempt;
import dev.vireo.vim.types.ChoiceOption;
import dev.vireo.vim.types.ElementDescription;
import dev.vireo.vim.types.VirtualMachinePowerState;
import dev.vireo.vim.types.VirtualMachineQuestionInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a machine that waits for an answer gets, and which state a task needs. */
class QuestionsTest {

  private static final String BLOCKS =
      "Pending question blocks virtual machine execution, question is 'Moved or copied?', ";

  private static final Questions AUTO = new Questions(true);
  private static final Questions ASKING = new Questions(false);

  private static final Map<RequiredState, Set<VirtualMachinePowerState>> FITTING =
      Map.of(
          RequiredState.ON, Set.of(VirtualMachinePowerState.POWERED_ON),
          RequiredState.OFF, Set.of(VirtualMachinePowerState.POWERED_OFF),
          RequiredState.SUSPENDED, Set.of(VirtualMachinePowerState.SUSPENDED),
          RequiredState.ACTIVE,
              Set.of(VirtualMachinePowerState.POWERED_ON, VirtualMachinePowerState.SUSPENDED),
          RequiredState.ANY,
              Set.of(
                  VirtualMachinePowerState.POWERED_ON,
                  VirtualMachinePowerState.POWERED_OFF,
                  VirtualMachinePowerState.SUSPENDED));

  private static VirtualMachineQuestionInfo question(
      @Nullable Integer defaultIndex, String... labels) {
    List<ElementDescription> choices = new ArrayList<>();
    for (String label : labels) {
      choices.add(new ElementDescription(label, label, "key of " + label));
    }
    return new VirtualMachineQuestionInfo(
        "1", "Moved or copied?", new ChoiceOption(null, choices, defaultIndex), List.of());
  }

  private static @Nullable String answer(Questions questions, VirtualMachineQuestionInfo question) {
    return questions.answer(question, "web", TaskOptions.DEFAULT);
  }

  @Test
  void theDefaultIsTheAnswerWhereThatIsWanted() {
    assertThat(answer(AUTO, question(0, "a", "b"))).isEqualTo("key of a");
    assertThat(answer(AUTO, question(1, "a", "b"))).isEqualTo("key of b");
    assertThat(answer(ASKING, question(1, "a", "b"))).isNull();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(ints = {-1, 2})
  void aDefaultThatIsNoneIsNoAnswer(@Nullable Integer index) {
    VirtualMachineQuestionInfo question = question(index, "a", "b");
    assertThat(answer(AUTO, question)).isNull();
    assertThat(answer(ASKING, question)).isNull();
    assertThat(AUTO.complaint(question))
        .isEqualTo(BLOCKS + "possible answers are 'a', 'b', but no default answer is specified");
    assertThat(ASKING.complaint(question)).isEqualTo(BLOCKS + "possible answers are 'a', 'b'");
  }

  @Test
  void aQuestionWithoutAnswersCannotBeAnswered() {
    assertThat(answer(AUTO, question(0))).isNull();
    assertThat(AUTO.complaint(question(0))).isEqualTo(BLOCKS + "no possible answers");
    assertThat(ASKING.complaint(question(0))).isEqualTo(BLOCKS + "no possible answers");
  }

  @Test
  void aQuestionWhoseDefaultWasRefusedLacksNone() {
    assertThat(AUTO.complaint(question(1, "a", "b")))
        .isEqualTo(BLOCKS + "possible answers are 'a', 'b'");
  }

  @Test
  void whoeverIsAskedPicksOneOfTheChoicesOrNone() {
    VirtualMachineQuestionInfo question = question(1, "a", "b");
    TaskOptions second =
        TaskOptions.DEFAULT.withQuestions(asked -> Optional.of(asked.choices().get(1)));
    TaskOptions foreign =
        TaskOptions.DEFAULT.withQuestions(
            asked -> Optional.of(new DomainQuestion.Choice("key of c", "c")));
    TaskOptions none = TaskOptions.DEFAULT.withQuestions(asked -> Optional.empty());

    assertThat(ASKING.answer(question, "web", second)).isEqualTo("key of b");
    assertThat(ASKING.answer(question, "web", foreign)).isNull();
    assertThat(ASKING.answer(question, "web", none)).isNull();
    assertThat(AUTO.answer(question(0, "a", "b"), "web", second)).isEqualTo("key of a");
    assertThat(AUTO.answer(question(null, "a", "b"), "web", second)).isEqualTo("key of b");
  }

  @Test
  void aTaskIsRefusedInEachStateButItsOwn() {
    Attempt attempt = Attempt.onDomain("virDomainCreate", "Could not start domain", "web");
    List<VirtualMachinePowerState> states =
        List.of(
            VirtualMachinePowerState.POWERED_ON,
            VirtualMachinePowerState.POWERED_OFF,
            VirtualMachinePowerState.SUSPENDED);
    for (RequiredState required : RequiredState.values()) {
      for (VirtualMachinePowerState state : states) {
        boolean fits = Objects.requireNonNull(FITTING.get(required)).contains(state);
        assertThat(required.is(state)).isEqualTo(fits);
        LibvirtException refusal =
            catchThrowableOfType(LibvirtException.class, () -> required.require(state, attempt));
        assertThat(refusal == null).isEqualTo(fits);
        if (refusal != null) {
          assertThat(refusal.code()).isEqualTo(ErrorCode.OPERATION_INVALID);
          assertThat(refusal.operation()).isEqualTo("virDomainCreate");
        }
      }
    }
  }
}
