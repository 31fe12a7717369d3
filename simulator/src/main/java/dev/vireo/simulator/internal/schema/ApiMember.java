package dev.vireo.simulator.internal.schema;

/**
 * A property of a managed type, or a member of a data type.
 *
 * @param name its name
 * @param optional whether it may be unset
 * @param type name of its type; of an array, that of the items
 * @param array whether it is an array
 * @param since the release that brought it
 */
public record ApiMember(
    String name, boolean optional, String type, boolean array, ApiRelease since) {

  /** Type of a member that may hold anything, so that a value has to say what it is. */
  private static final String ANY = "anyType";

  /**
   * Reads a line such as {@code layoutEx? VirtualMachineFileLayoutEx 4.0}.
   *
   * @param type the type that the member belongs to
   */
  static ApiMember parse(String line, ApiType type) {
    String[] words = line.strip().split(" ");
    boolean optional = words[0].endsWith("?");
    boolean array = words[1].endsWith("[]");
    return new ApiMember(
        optional ? words[0].substring(0, words[0].length() - 1) : words[0],
        optional,
        (array ? words[1].substring(0, words[1].length() - 2) : words[1]).intern(),
        array,
        words.length > 2 ? ApiRelease.named(words[2]) : type.since());
  }

  /** Whether a value has to say of which type it is. */
  public boolean isAny() {
    return type.equals(ANY);
  }
}
