package dev.vireo.vim.soap;

import dev.vireo.vim.types.Secret;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The simple types of XML Schema that the VI API uses, with their Java classes. */
enum ScalarType {
  STRING("string", String.class, String.class) {
    @Override
    Object parse(String text) {
      return text;
    }
  },
  BOOLEAN("boolean", Boolean.class, boolean.class) {
    @Override
    Object parse(String text) {
      return switch (text.strip()) {
        case "true", "1" -> true;
        case "false", "0" -> false;
        default -> throw new IllegalArgumentException("not a boolean");
      };
    }
  },
  INT("int", Integer.class, int.class) {
    @Override
    Object parse(String text) {
      return Integer.valueOf(text.strip());
    }
  },
  LONG("long", Long.class, long.class) {
    @Override
    Object parse(String text) {
      return Long.valueOf(text.strip());
    }
  },
  SHORT("short", Short.class, short.class) {
    @Override
    Object parse(String text) {
      return Short.valueOf(text.strip());
    }
  },
  BYTE("byte", Byte.class, byte.class) {
    @Override
    Object parse(String text) {
      return (byte) Integer.parseInt(text.strip()); // servers send both signed and unsigned bytes
    }
  },
  DOUBLE("double", Double.class, double.class) {
    @Override
    Object parse(String text) {
      return Double.valueOf(text.strip());
    }
  },
  FLOAT("float", Float.class, float.class) {
    @Override
    Object parse(String text) {
      return Float.valueOf(text.strip());
    }
  },
  DATE_TIME("dateTime", Instant.class, Instant.class) {
    @Override
    Object parse(String text) {
      return XmlDateTime.parse(text.strip());
    }

    @Override
    CharSequence format(Object value) {
      return XmlDateTime.format((Instant) value);
    }
  },
  BASE64_BINARY("base64Binary", byte[].class, byte[].class) {
    @Override
    Object parse(String text) {
      return Base64.getMimeDecoder().decode(text);
    }

    @Override
    CharSequence format(Object value) {
      return Base64.getEncoder().encodeToString((byte[]) value);
    }
  },
  SECRET("string", Secret.class, Secret.class) {
    @Override
    Object parse(String text) {
      return Secret.of(text);
    }

    @Override
    CharSequence format(Object value) {
      return ((Secret) value).text();
    }
  };

  private static final ScalarType[] ALL = values();

  final String wireName;
  final String xsiType;
  private final Class<?> boxed;
  private final Class<?> declared;

  ScalarType(String wireName, Class<?> boxed, Class<?> declared) {
    this.wireName = wireName;
    this.xsiType = "xsd:".concat(wireName);
    this.boxed = boxed;
    this.declared = declared;
  }

  abstract Object parse(String text);

  CharSequence format(Object value) {
    return value.toString();
  }

  /** The scalar type of a Java class; null for other classes. */
  static @Nullable ScalarType ofClass(Class<?> type) {
    for (ScalarType scalar : ALL) {
      if (scalar.boxed == type || scalar.declared == type) {
        return scalar;
      }
    }
    return null;
  }

  /**
   * The scalar type of an XML Schema name, in either case of its first letter, as array names have
   * it ({@code ArrayOfString}); null for other names.
   */
  static @Nullable ScalarType ofName(String name) {
    for (ScalarType scalar : ALL) {
      if (scalar.wireName.equalsIgnoreCase(name)) {
        return scalar;
      }
    }
    return name.equals("anyURI") ? STRING : null;
  }
}
