package dev.vireo.schema;

/** The schema says something that it must not. */
public final class SchemaException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * A mistake at a place of the schema.
   *
   * @param place where
   * @param problem what is wrong
   */
  public SchemaException(Place place, String problem) {
    super(place + ": " + problem);
  }
}
