package dev.vireo;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that a virtual machine asks while a task on it is waited for, such as whether it was
 * moved or copied. The task stands still until it is answered.
 *
 * @param domain name of the domain
 * @param text the question
 * @param choices the answers that there are; empty when the host names none
 * @param preset the answer that the host would take; null for none
 */
public record DomainQuestion(
    String domain, String text, List<Choice> choices, @Nullable Choice preset) {

  /** Copies the list. */
  public DomainQuestion {
    Objects.requireNonNull(domain, "domain");
    Objects.requireNonNull(text, "text");
    choices = List.copyOf(choices);
  }

  /**
   * A possible answer.
   *
   * @param key what the host knows it by
   * @param label what it is called
   */
  public record Choice(String key, String label) {}
}
