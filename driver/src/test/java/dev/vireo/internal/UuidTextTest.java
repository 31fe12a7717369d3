package dev.vireo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UuidTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "50115e16-9bdc-49d7-f171-53c4d7f91710",
        "50115E169BDC49D7F17153C4D7F91710",
        "50 11 5e 16 9b dc 49 d7-f1 71 53 c4 d7 f9 17 10",
        " 50115e16-9bdc-49d7-f171-53c4d7f91710 ",
      })
  void everyFormOfThirtyTwoDigitsIsRead(String text) {
    assertThat(UuidText.parse(text))
        .contains(UUID.fromString("50115e16-9bdc-49d7-f171-53c4d7f91710"));
  }

  @Test
  void theTextFormIsLowerCase() {
    assertThat(UuidText.parse("FFFFFFFF-9BDC-49D7-F171-53C4D7F91710").orElseThrow().toString())
        .isEqualTo("ffffffff-9bdc-49d7-f171-53c4d7f91710");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "50115e16-9bdc-49d7-f171-53c4d7f9171",
        "50115e16-9bdc-49d7-f171-53c4d7f917100",
        "web"
      })
  void otherTextIsNoUuid(String text) {
    assertThat(UuidText.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"00000000-0000-0000-0000-000000000000", "ffffffffffffffffffffffffffffffff"})
  void equalBytesIdentifyNothing(String text) {
    assertThat(UuidText.identifies(UuidText.parse(text).orElseThrow())).isFalse();
    assertThat(UuidText.identifies(UUID.fromString("50115e16-9bdc-49d7-f171-53c4d7f91710")))
        .isTrue();
  }
}
