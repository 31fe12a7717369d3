package dev.vireo.vim.codec;

import dev.vireo.vim.ProtocolException;
import dev.vireo.vim.types.DataObject;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.Secret;
import dev.vireo.vim.types.UnknownObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the members of an object in a message. Each member that {@link #next} comes to is
 * read by exactly one of the other methods, or passed over by {@link #skip}. All give null for a
 * member that is there without a value ({@code xsi:nil}).
 *
 * <p>All methods throw {@link ProtocolException} when the message is not well-formed, is cut off,
 * or has a value that is not of the type that it should be.
 */
public interface MemberReader {

  /** Goes to the next member; false at the end of the object. */
  boolean next();

  /** Name of the current member. */
  String name();

  /** Passes over the current member. */
  void skip();

  /** A text. */
  @Nullable String string();

  /** A text without the blanks around it. */
  @Nullable String token();

  /** A text that is not to be shown. */
  @Nullable Secret secret();

  /** A truth value. */
  @Nullable Boolean bool();

  /** A number of 8 bits. */
  @Nullable Byte int8();

  /** A number of 16 bits. */
  @Nullable Short int16();

  /** A number of 32 bits. */
  @Nullable Integer int32();

  /** A number of 64 bits. */
  @Nullable Long int64();

  /** A floating-point number of 32 bits. */
  @Nullable Float float32();

  /** A floating-point number of 64 bits. */
  @Nullable Double float64();

  /** A point in time. */
  @Nullable Instant dateTime();

  /** Bytes. */
  byte @Nullable [] bytes();

  /** A reference to a managed object. */
  @Nullable ManagedObjectReference reference();

  /** A value of the type that the message says; text where it says none. */
  @Nullable Object any();

  /**
   * An object of a type or of one that extends it.
   *
   * @param <T> the type
   * @param declared its class
   * @return null also for an object that cannot stand here
   */
  <T> @Nullable T object(Class<T> declared);

  /**
   * An object of a type that there is no Java of.
   *
   * @param declared name of the type
   */
  @Nullable DataObject object(String declared);

  /** The current member, whatever it is. */
  UnknownObject.Field field();

  /**
   * A list with one more item.
   *
   * @param <T> type of the items
   * @param list the list so far; null for none yet
   * @param item the item; null is left out
   */
  static <T> @Nullable List<T> add(@Nullable List<T> list, @Nullable T item) {
    if (item == null) {
      return list;
    }
    List<T> longer = list == null ? new ArrayList<>() : list;
    longer.add(item);
    return longer;
  }

  /**
   * A list that may not have begun.
   *
   * @param <T> type of the items
   * @param list the list; null for an empty one
   */
  static <T> List<T> list(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  /**
   * A member that must be there.
   *
   * @param <T> its type
   * @param value its value; null when the message had none
   * @param type name of the type that has it
   * @param member its name
   * @throws ProtocolException when it is null
   */
  static <T> T required(@Nullable T value, String type, String member) {
    if (value == null) {
      throw new ProtocolException(
          ProtocolException.Kind.MALFORMED,
          "The answer holds a " + type + " without its '" + member + "'.",
          null);
    }
    return value;
  }
}
