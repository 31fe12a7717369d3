package dev.vireo;

import java.util.Objects;

/**
 * A named value, such as a parameter of the scheduler ({@code virTypedParameter}).
 *
 * @param name its name ({@code field})
 * @param type the kind of number or text that it is
 * @param value an {@link Integer}, {@link Long}, {@link Double}, {@link Boolean} or {@link String},
 *     as the type says
 */
public record TypedParameter(String name, Type type, Object value) {

  /** What values there are, with libvirt's numbers and words ({@code virTypedParameterType}). */
  public enum Type {
    /** 32 bits with a sign. */
    INT(1, "int", Integer.class),
    /** 32 bits without a sign; a {@link Long} here. */
    UINT(2, "uint", Long.class),
    /** 64 bits with a sign. */
    LLONG(3, "llong", Long.class),
    /** 64 bits without a sign; here only those that fit a {@link Long}. */
    ULLONG(4, "ullong", Long.class),
    /** A number with a fraction. */
    DOUBLE(5, "double", Double.class),
    /** True or false. */
    BOOLEAN(6, "boolean", Boolean.class),
    /** A text. */
    STRING(7, "string", String.class);

    private final int number;
    private final String word;
    private final Class<?> javaType;

    Type(int number, String word, Class<?> javaType) {
      this.number = number;
      this.word = word;
      this.javaType = javaType;
    }

    /** libvirt's number of this type. */
    public int number() {
      return number;
    }

    /** libvirt's word for this type, as its messages have it. */
    public String word() {
      return word;
    }
  }

  /** Checks that the value is one of the type. */
  public TypedParameter {
    Objects.requireNonNull(name);
    if (!type.javaType.isInstance(value)) {
      throw new IllegalArgumentException(name + " is no " + type.word + ": " + value);
    }
    boolean unsigned = type == Type.UINT || type == Type.ULLONG;
    if (unsigned && (Long) value < 0) {
      throw new IllegalArgumentException(name + " is negative: " + value);
    }
  }

  /** An {@link Type#INT}. */
  public static TypedParameter ofInt(String name, int value) {
    return new TypedParameter(name, Type.INT, value);
  }

  /** An {@link Type#LLONG}. */
  public static TypedParameter ofLong(String name, long value) {
    return new TypedParameter(name, Type.LLONG, value);
  }

  /**
   * An {@link Type#ULLONG}.
   *
   * @param value 0 or more
   */
  public static TypedParameter ofUnsignedLong(String name, long value) {
    return new TypedParameter(name, Type.ULLONG, value);
  }

  /**
   * The value as a number.
   *
   * @throws IllegalStateException when it is not a whole number
   */
  public long number() {
    if (value instanceof Integer || value instanceof Long) {
      return ((Number) value).longValue();
    }
    throw new IllegalStateException(name + " is no whole number: " + value);
  }
}
