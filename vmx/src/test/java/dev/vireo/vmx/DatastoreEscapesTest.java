package dev.vireo.vmx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatastoreEscapesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "plain name-1_(x), y.z; plain name-1_(x), y.z",
        "A Z[\\]^_B; A Z+WyU-5c+XV4-_B",
        "K%U/H\\Z; K+JQ-25U+JQ-2fH+JQ-5cZ",
        "~~~; +fn5+",
        "~~~A; +fn5+-A",
        "vvv<A\"B\"C>zzz; vvv_A_B_C_zzz",
        "\u6a19\u6e96\u8a9e; +5qiZ5rqW6Kqe",
        "a*b:c|d?e; a_b_c_d_e",
        "\u00f6; +w7Y"
      })
  void namesAreEscapedAsLibvirtDoes(String name, String expected) {
    assertThat(DatastoreEscapes.escape(name)).isEqualTo(expected);
  }
}
