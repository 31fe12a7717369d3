package dev.vireo.vmx;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.vireo.vmx.lint.Finding;
import dev.vireo.vmx.lint.LintOptions;
import dev.vireo.vmx.lint.VmxLint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What holds for any bytes. A usual build runs these with the files in VmxFuzzTestInputs; tool/fuzz
 * looks for new ones, and those that show a failure belong there too.
 */
class VmxFuzzTest {

  private static final List<String> RULES = VmxLint.rules();

  @FuzzTest
  void reads(byte[] file) {
    VmxDocument document;
    try {
      document = VmxDocument.parse(file);
    } catch (VmxSyntaxException e) {
      assertThat(e.line()).isPositive();
      assertThat(e.column()).isPositive();
      return;
    }
    assertThat(document.toBytes()).isEqualTo(file);
    for (VmxEntry entry : document.entries()) {
      assertThat(document.get(entry.key())).isNotNull();
    }
    assertThat(VmxDiff.between(document, document)).isEmpty();
    readsAsText(document.text());
  }

  /** Apart from reading: all rules take many times as long. */
  @FuzzTest
  void checks(byte[] file) {
    List<Finding> findings = VmxLint.check(file, LintOptions.all());
    for (Finding finding : findings) {
      assertThat(RULES).contains(finding.rule());
    }
    try {
      assertThat(VmxLint.check(VmxDocument.parse(file), LintOptions.all())).isEqualTo(findings);
    } catch (VmxSyntaxException e) {
      assertThat(findings)
          .anyMatch(finding -> finding.rule().equals("syntax") && finding.line() == e.line());
    }
  }

  private static void readsAsText(String text) {
    VmxDocument document;
    try {
      document = VmxDocument.parse(text);
    } catch (VmxSyntaxException e) {
      return; // U+FFFD and the like cannot be written in every charset
    }
    assertThat(document.text()).isEqualTo(text);
  }

  @FuzzTest
  void edits(FuzzedDataProvider data) {
    String key = data.consumeString(20);
    String value = data.consumeString(20);
    boolean existing = data.consumeBoolean();
    int number = data.consumeInt(0, 1000);
    VmxDocument before;
    try {
      before = VmxDocument.parse(data.consumeRemainingAsBytes());
    } catch (VmxSyntaxException e) {
      return;
    }
    List<VmxEntry> entries = before.entries();
    if (existing && !entries.isEmpty()) {
      key = entries.get(number % entries.size()).key();
    }
    if (!VmxKeys.fold(key).equals(VmxEncoding.KEY)) {
      setsOnly(before, key, value);
      removesOnly(before, key);
    }
  }

  private static void setsOnly(VmxDocument before, String key, String value) {
    VmxDocument after;
    try {
      after = before.edit().set(key, value).apply();
    } catch (IllegalArgumentException e) {
      return;
    }
    List<String> expected = values(before, Set.of());
    String folded = VmxKeys.fold(key);
    Integer at = before.indexOf(folded);
    if (at == null) {
      expected.add(folded + "=" + value);
    } else {
      expected.set(at, folded + "=" + value);
    }
    assertThat(values(after, Set.of())).isEqualTo(expected);
    assertThat(after.get(key)).isEqualTo(value);
  }

  private static void removesOnly(VmxDocument before, String key) {
    VmxDocument after;
    try {
      after = before.edit().remove(key).apply();
    } catch (IllegalArgumentException e) {
      return;
    }
    assertThat(after.get(key)).isNull();
    assertThat(values(after, Set.of())).isEqualTo(values(before, Set.of(VmxKeys.fold(key))));
  }

  private static List<String> values(VmxDocument document, Set<String> without) {
    List<String> values = new ArrayList<>();
    for (VmxEntry entry : document.entries()) {
      if (!without.contains(entry.foldedKey())) {
        values.add(entry.foldedKey() + "=" + entry.value());
      }
    }
    return values;
  }
}
