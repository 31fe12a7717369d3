package dev.vireo.schema;

import java.util.List;

/** The words of a line, taken one after the other. */
final class Words {

  private final List<String> words;
  private final Place place;
  private int next;

  Words(String text, Place place) {
    this.words = text.isBlank() ? List.of() : List.of(text.strip().split(" +"));
    this.place = place;
  }

  boolean isEmpty() {
    return next == words.size();
  }

  /** Takes the next word if it is this one. */
  boolean take(String word) {
    if (isEmpty() || !words.get(next).equals(word)) {
      return false;
    }
    next++;
    return true;
  }

  /**
   * Takes the next word.
   *
   * @param what what it should be, for the message
   * @throws SchemaException when there is none
   */
  String take(String what, String after) {
    if (isEmpty()) {
      throw new SchemaException(place, what + " is missing behind '" + after + "'");
    }
    return words.get(next++);
  }

  /**
   * Makes sure that nothing is left.
   *
   * @throws SchemaException when something is
   */
  void end() {
    if (!isEmpty()) {
      throw new SchemaException(place, "'" + words.get(next) + "' is not expected here");
    }
  }
}
