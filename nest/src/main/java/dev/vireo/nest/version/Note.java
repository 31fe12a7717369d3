package dev.vireo.nest.version;

import java.util.Objects;

/**
 * Something to know about an ESXi version that no setting follows from.
 *
 * @param text one sentence
 * @param source where that is said: an address, or the name of a document or an experiment
 */
public record Note(String text, String source) {
  public Note {
    Objects.requireNonNull(text);
    Objects.requireNonNull(source);
  }
}
