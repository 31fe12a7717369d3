package dev.vireo.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that the schema defines. */
public sealed interface Definition {

  /** Its name on the wire. */
  String name();

  /** The release that brought it. */
  Release since();

  /** What it means; null for what no Java is made of. */
  @Nullable String meaning();

  /** Where it stands. */
  Place place();

  /** Whether Java is made of it. */
  default boolean made() {
    return meaning() != null;
  }

  /** The kinds of structures. */
  enum Kind {
    /** A data object. */
    OBJECT,
    /** A fault. */
    FAULT,
    /** A managed object: on the wire there are only references to it. */
    MANAGED
  }

  /**
   * A type with members.
   *
   * @param kind what it is
   * @param name its name on the wire
   * @param base the type that it extends; null for none
   * @param written whether its Java is written by hand
   * @param since the release that brought it
   * @param meaning what it means; null for what no Java is made of
   * @param members its own members, in the order of the wire
   * @param place where it stands
   */
  record Structure(
      Kind kind,
      String name,
      @Nullable String base,
      boolean written,
      Release since,
      @Nullable String meaning,
      List<Member> members,
      Place place)
      implements Definition {

    /** Copies the list. */
    public Structure {
      members = List.copyOf(members);
    }
  }

  /**
   * An enumeration.
   *
   * @param name its name on the wire
   * @param since the release that brought it
   * @param meaning what it means; null for what no Java is made of
   * @param values its values
   * @param place where it stands
   */
  record Enumeration(
      String name, Release since, @Nullable String meaning, List<Value> values, Place place)
      implements Definition {

    /**
     * One value.
     *
     * @param text the value on the wire
     * @param meaning what it means; null for one that has no constant
     * @param place where it stands
     */
    public record Value(String text, @Nullable String meaning, Place place) {}

    /** Copies the list. */
    public Enumeration {
      values = List.copyOf(values);
    }
  }

  /**
   * A method of managed objects.
   *
   * @param name its name on the wire
   * @param owners the types that have it
   * @param result what it returns; null for nothing
   * @param giving what the task that it returns ends with; null for nothing
   * @param repeatable whether calling twice does no harm
   * @param privilege what a caller must be allowed; null when the API names nothing
   * @param since the release that brought it
   * @param meaning what it does; null for what no Java is made of
   * @param parameters its parameters, in the order of the wire
   * @param place where it stands
   */
  record Method(
      String name,
      List<String> owners,
      @Nullable Result result,
      @Nullable Result giving,
      boolean repeatable,
      @Nullable String privilege,
      Release since,
      @Nullable String meaning,
      List<Member> parameters,
      Place place)
      implements Definition {

    /**
     * What is returned.
     *
     * @param type name of the type, of the items for a list
     * @param list whether it is a list
     */
    public record Result(String type, boolean list) {}

    /** Copies the lists. */
    public Method {
      owners = List.copyOf(owners);
      parameters = List.copyOf(parameters);
    }
  }
}
