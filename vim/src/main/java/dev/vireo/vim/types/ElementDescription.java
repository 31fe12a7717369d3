package dev.vireo.vim.types;

import java.util.Objects;

/**
 * A possible answer (VI API {@code ElementDescription}).
 *
 * @param label text for a person
 * @param summary longer text for a person
 * @param key what to answer with
 */
public record ElementDescription(String label, String summary, String key) implements DataObject {

  /** Checks that the required components are there. */
  public ElementDescription {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(summary, "summary");
    Objects.requireNonNull(key, "key");
  }
}
