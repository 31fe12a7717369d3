package dev.vireo.simulator;

import dev.vireo.simulator.internal.schema.XmlCharacters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a host wants to know before it goes on with a virtual machine. The task that asks
 * stands still until {@code AnswerVM}.
 *
 * @param text the question
 * @param choices the possible answers; possibly none
 * @param defaultChoice index of the default answer; null for none
 * @param taskCancelable whether the task that asks can be cancelled
 */
public record GuestQuestion(
    String text, List<Choice> choices, @Nullable Integer defaultChoice, boolean taskCancelable) {

  /**
   * A possible answer.
   *
   * @param key what {@code AnswerVM} takes
   * @param label what a user reads
   * @param cancels whether this answer makes the task fail
   */
  public record Choice(String key, String label, boolean cancels) {

    /** Checks that key and label are there. */
    public Choice {
      XmlCharacters.require(key, "The key of a choice");
      XmlCharacters.require(label, "The label of a choice");
    }
  }

  /** Checks the default. */
  public GuestQuestion {
    XmlCharacters.require(text, "The text of a question");
    choices = List.copyOf(choices);
    if (defaultChoice != null && (defaultChoice < 0 || defaultChoice >= choices.size())) {
      throw new IllegalArgumentException("There is no choice " + defaultChoice);
    }
  }

  /**
   * What a host asks when the files of a machine lie elsewhere than before; the default is Copied.
   */
  public static GuestQuestion movedOrCopied() {
    return new GuestQuestion(
        "The files of this virtual machine are not where they used to be. Was it moved or copied?",
        List.of(
            new Choice("0", "Cancel", true),
            new Choice("1", "I moved it", false),
            new Choice("2", "I copied it", false)),
        2,
        true);
  }

  /** The same question without a default answer. */
  public GuestQuestion withoutDefault() {
    return new GuestQuestion(text, choices, null, taskCancelable);
  }

  /** The same question from a task that cannot be cancelled. */
  public GuestQuestion notCancelable() {
    return new GuestQuestion(text, choices, defaultChoice, false);
  }
}
