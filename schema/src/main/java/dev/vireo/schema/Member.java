package dev.vireo.schema;

import org.jspecify.annotations.Nullable;

/**
 * A member of a structure, or a parameter of a method.
 *
 * @param name its name on the wire
 * @param type name of its type, of the items for a list
 * @param traits what else is said of it
 * @param since the release that brought it
 * @param meaning what it means; null for a member that no record has
 * @param place where it stands
 */
public record Member(
    String name, String type, Traits traits, Release since, @Nullable String meaning, Place place) {

  /**
   * What is said of a member in single words.
   *
   * @param optional whether it may be unset
   * @param list whether it is a list
   * @param secret whether its value is never shown
   * @param lenient whether some servers leave it out although the API requires it
   */
  public record Traits(boolean optional, boolean list, boolean secret, boolean lenient) {}

  /** Whether it is a list. */
  public boolean list() {
    return traits.list();
  }

  /** Whether records have it. */
  public boolean made() {
    return meaning != null;
  }

  /**
   * Whether a message may lack it: a server that is older than the member does.
   *
   * @param owner the release that brought the structure or method
   */
  public boolean mayBeAbsent(Release owner) {
    return traits.optional() || traits.lenient() || since.compareTo(owner) > 0;
  }
}
