package dev.vireo.interop.vmx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing that the converters know is missing in the corpus. */
class CorpusTest {
  CorpusTest() {}

  @Test
  void everyKeyThatLibvirtReadsOccurs() {
    List<String> files = Corpus.vmx().stream().map(Corpus.Entry::text).toList();

    assertThat(VmxKeys.READ)
        .allSatisfy(
            key -> assertThat(files).anyMatch(text -> VmxKeys.line(key).matcher(text).find()));
  }

  @Test
  void isLargeEnough() {
    assertThat(Corpus.vmx()).hasSizeGreaterThan(500);
    assertThat(Corpus.xml()).hasSizeGreaterThan(400);
  }

  @Test
  void holdsFilesWithBothLineEndsAndOtherEncodings() {
    assertThat(Corpus.vmx())
        .anyMatch(entry -> entry.text().contains("\r\n"))
        .anyMatch(entry -> !isUtf8(entry.bytes()));
  }

  private static boolean isUtf8(byte[] bytes) {
    return Arrays.equals(
        new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8), bytes);
  }

  @ParameterizedTest
  @EnumSource
  void noTwoDocumentsAreTheSame(Direction direction) {
    assertThat(new HashSet<>(Corpus.of(direction).stream().map(Corpus.Entry::text).toList()))
        .hasSameSizeAs(Corpus.of(direction));
  }
}
