package dev.vireo.schema;

/**
 * A place in the schema.
 *
 * @param file name of the file
 * @param line number of the line, from 1
 */
public record Place(String file, int line) {

  /** As compilers write it. */
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
