package dev.vireo.schema;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The simple types of the VI API. */
enum Scalar {
  STRING("string", "String", "String", "string"),
  URI("anyURI", "String", "String", "string"),
  BOOLEAN("boolean", "boolean", "Boolean", "bool"),
  BYTE("byte", "byte", "Byte", "int8"),
  SHORT("short", "short", "Short", "int16"),
  INT("int", "int", "Integer", "int32"),
  LONG("long", "long", "Long", "int64"),
  FLOAT("float", "float", "Float", "float32"),
  DOUBLE("double", "double", "Double", "float64"),
  DATE_TIME("dateTime", "Instant", "Instant", "dateTime"),
  BASE64_BINARY("base64Binary", "byte[]", "byte[]", "bytes"),
  ANY("anyType", "Object", "Object", "any");

  final String wireName;
  final String java;
  final String boxed;
  final String reader;

  Scalar(String wireName, String java, String boxed, String reader) {
    this.wireName = wireName;
    this.java = java;
    this.boxed = boxed;
    this.reader = reader;
  }

  static @Nullable Scalar of(String wireName) {
    return Arrays.stream(values())
        .filter(scalar -> scalar.wireName.equals(wireName))
        .findFirst()
        .orElse(null);
  }
}
