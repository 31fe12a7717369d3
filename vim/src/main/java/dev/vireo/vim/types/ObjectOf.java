package dev.vireo.vim.types;

import dev.vireo.vim.codec.MemberWriter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A data object of a type that this library has no record for, to be sent. (What is received and
 * unknown becomes an {@link UnknownObject}.) Immutable; two are equal when their types and members
 * are.
 *
 * <p>A member is text, a number, a truth value, an instant, bytes, a reference, a record of this
 * package, another {@code ObjectOf} or {@link ConstantOf}, or a list of these.
 */
public final class ObjectOf implements DataObject {

  /**
   * A member that may hold a value of any type, so that the value's type goes with it.
   *
   * @param value the value
   */
  public record Any(Object value) {

    /** Checks that there is a value. */
    public Any {
      Objects.requireNonNull(value, "value");
    }
  }

  /** A member that is made when somebody looks at it. */
  private static final class Later {
    private final Supplier<?> source;
    private volatile @Nullable Object value;

    Later(Supplier<?> source) {
      this.source = source;
    }

    Object value() {
      Object known = value;
      if (known == null) {
        known = Objects.requireNonNull(source.get(), "the value of a member");
        value = known;
      }
      return known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Later later && later.value().equals(value());
    }

    @Override
    public int hashCode() {
      return value().hashCode();
    }
  }

  private final String typeName;
  private final Map<String, Object> members;

  /**
   * @param typeName VI name of the type
   * @param members the members in the order of the wire, without those that are unset; copied
   */
  public ObjectOf(String typeName, Map<String, Object> members) {
    this.typeName = Objects.requireNonNull(typeName, "typeName");
    this.members = new LinkedHashMap<>(members);
  }

  /**
   * A member that is made when somebody looks at it for the first time.
   *
   * @param source makes it, at any time and in any thread; never null
   */
  public static Object later(Supplier<?> source) {
    return new Later(source);
  }

  @Override
  public String typeName() {
    return typeName;
  }

  /** Names of the members that are set, in the order of the wire. */
  public Set<String> names() {
    return Collections.unmodifiableSet(members.keySet());
  }

  /** The value of a member; null when it is unset. */
  public @Nullable Object get(String name) {
    return members.get(name) instanceof Later later ? later.value() : members.get(name);
  }

  @Override
  public void write(MemberWriter out) {
    for (String name : names()) {
      Object value = get(name);
      if (value instanceof List<?> items) {
        items.forEach(item -> write(out, name, item));
      } else if (value != null) {
        write(out, name, value);
      }
    }
  }

  private static void write(MemberWriter out, String name, Object value) {
    if (value instanceof Any any) {
      out.member(name, any.value(), Object.class);
    } else {
      // The declaration says of which type all others are, but not of which sub type.
      out.member(name, value, value instanceof DataObject ? DataObject.class : value.getClass());
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ObjectOf object
        && object.typeName.equals(typeName)
        && object.members.equals(members);
  }

  @Override
  public int hashCode() {
    return Objects.hash(typeName, members);
  }

  @Override
  public String toString() {
    return typeName + members.keySet();
  }
}
