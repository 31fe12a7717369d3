package dev.vireo.vim.types;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Possible answers (VI API {@code ChoiceOption}).
 *
 * @param valueIsReadonly the value is readonly; null when the server does not say
 * @param choiceInfo the answers
 * @param defaultIndex index of the default answer; null when the server does not say
 */
public record ChoiceOption(
    @Nullable Boolean valueIsReadonly,
    List<ElementDescription> choiceInfo,
    @Nullable Integer defaultIndex)
    implements DataObject {

  /** Copies the lists. */
  public ChoiceOption {
    choiceInfo = List.copyOf(choiceInfo);
  }
}
