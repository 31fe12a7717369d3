package dev.vireo.cli.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonWriterTest {

  @Test
  void indentsObjectsAndArrays() {
    JsonWriter json =
        new JsonWriter()
            .object()
            .key("a")
            .value(1)
            .key("b")
            .array()
            .value("x")
            .value(true)
            .nothing()
            .endArray()
            .key("c")
            .array()
            .endArray()
            .key("d")
            .object()
            .endObject()
            .endObject();
    assertThat(json)
        .hasToString(
            """
            {
              "a": 1,
              "b": [
                "x",
                true,
                null
              ],
              "c": [],
              "d": {}
            }\
            """);
  }

  @Test
  void escapesWhatJsonDoesNotAllow() {
    assertThat(new JsonWriter().value("\"\\\n\r\t\u0001\u007f é😀\ud800"))
        .hasToString("\"\\\"\\\\\\n\\r\\t\\u0001\\u007f é😀\\ud800\"");
  }

  @Test
  void writesAMissingTextAsNull() {
    assertThat(new JsonWriter().value(null)).hasToString("null");
  }
}
