package dev.vireo.vim.codec;

import dev.vireo.vim.types.UnknownObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the members of an object, in the order of the wire, into a message. */
public interface MemberWriter {

  /**
   * Takes a member.
   *
   * @param name its name on the wire
   * @param value its value; null for one that is not set
   * @param declared the class that the reader of the message expects; {@code Object} to say the
   *     value's type always
   */
  void member(String name, @Nullable Object value, Class<?> declared);

  /**
   * Takes a list.
   *
   * @param name its name on the wire
   * @param values its items
   * @param declared the class of the items that the reader of the message expects
   */
  void members(String name, List<?> values, Class<?> declared);

  /**
   * Takes what was read without knowing what it is.
   *
   * @param fields the members
   */
  void fields(List<UnknownObject.Field> fields);
}
