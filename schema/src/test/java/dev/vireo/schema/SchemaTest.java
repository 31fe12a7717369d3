package dev.vireo.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.schema.Definition.Method;
import dev.vireo.schema.Definition.Structure;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTest {

  private static Schema of(String text) {
    return Schema.of(Map.of("test.vi", text));
  }

  @Test
  void aMemberHasItsTraitsItsTypeItsReleaseAndItsMeaning() {
    Schema schema =
        of(
            """
            # Comments and empty lines do not count.

            object Disk extends Device since 5.0 : A disk.
              key int : identity
              label optional lenient secret string since 6.0 : what it is called: a name
              parts optional list Device
            object Device : A device.
            """);

    Structure disk = Objects.requireNonNull(schema.structure("Disk"));
    assertThat(disk.base()).isEqualTo("Device");
    assertThat(disk.since()).isEqualTo(Release.V5_0);
    assertThat(disk.meaning()).isEqualTo("A disk.");
    Member label = disk.members().get(1);
    assertThat(label.traits()).isEqualTo(new Member.Traits(true, false, true, true));
    assertThat(label.since()).isEqualTo(Release.V6_0);
    assertThat(label.meaning()).isEqualTo("what it is called: a name");
    assertThat(label.place()).hasToString("test.vi:5");
    assertThat(disk.members().get(0).since()).isEqualTo(Release.V5_0);
    assertThat(disk.members().get(2).list()).isTrue();
    assertThat(disk.members().get(2).made()).isFalse();
  }

  @Test
  void aMethodSaysWhoHasItAndWhatItReturns() {
    Schema schema =
        of(
            """
            managed Machine
            managed Task
            method Start_Task on Machine returns Task giving list int repeatable privilege A.B \
            since 4.1 : Starts it.
              how optional string : how
            """);

    Method start = schema.methods().iterator().next();
    assertThat(start.owners()).containsExactly("Machine");
    assertThat(start.result()).isEqualTo(new Method.Result("Task", false));
    assertThat(start.giving()).isEqualTo(new Method.Result("int", true));
    assertThat(start.repeatable()).isTrue();
    assertThat(start.privilege()).isEqualTo("A.B");
    assertThat(start.since()).isEqualTo(Release.V4_1);
    assertThat(start.parameters()).extracting(Member::name).containsExactly("how");
  }

  @Test
  void whatAnOlderServerLacksMayBeAbsent() {
    Structure disk =
        Objects.requireNonNull(
            of("object D since 4.0 : d\n  a int : a\n  b int since 4.1 : b\n").structure("D"));

    assertThat(disk.members().get(0).mayBeAbsent(disk.since())).isFalse();
    assertThat(disk.members().get(1).mayBeAbsent(disk.since())).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "  a int | test.vi:1: this line belongs to nothing",
        "thing A | test.vi:1: 'thing' is no keyword (object, fault, managed, enum or method)",
        "object A extends | test.vi:1: the base is missing behind 'extends'",
        "object A extends B | test.vi:1: there is no B to extend",
        "object A extends A | test.vi:1: A extends itself",
        "object A;fault B extends A | test.vi:2: A is of another kind",
        "object A since 4.7 | test.vi:1: there is no release 4.7",
        "object A of | test.vi:1: 'of' is not expected here",
        "object A;object A | test.vi:2: A is defined at test.vi:1 already",
        "object A;enum A | test.vi:1: A is an enum, too",
        "object A;  a | test.vi:2: the type is missing behind 'a'",
        "object A;  a in | test.vi:2: there is no type in",
        "object A;  a int;  a int | test.vi:3: a is there twice",
        "object A;  a int;object B extends A;  a int | test.vi:4: a is there twice",
        "object A since 4.1;  a int since 4.0 | test.vi:2: a is older than what has it",
        "object A;  a secret int | test.vi:2: only a string can be secret",
        "object A;  a int : <b> | test.vi:2: a meaning is plain text, with {@code} at most",
        "enum A;  a;  a | test.vi:3: a is there twice",
        "object A;method M on A | test.vi:2: A is no managed object",
        "method M | test.vi:1: 'on' and the type that has the method are missing",
        "managed A;method M on A returns X | test.vi:2: there is no type X",
      })
  void aMistakeIsToldWithItsPlace(String text, String problem) {
    String lines = text.replace("'", "").replace(";", "\n");

    assertThatThrownBy(() -> of(lines.startsWith("a int") ? "  " + lines : lines))
        .isInstanceOf(SchemaException.class)
        .hasMessage(problem);
  }
}
