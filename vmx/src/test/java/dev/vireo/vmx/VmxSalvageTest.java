package dev.vireo.vmx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class VmxSalvageTest {

  private static VmxDocument.Salvaged salvage(String text) {
    return VmxDocument.salvage(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Integer> lines(VmxDocument.Salvaged salvaged) {
    return salvaged.problems().stream().map(VmxSyntaxException::line).toList();
  }

  @Test
  void readsTheLinesBehindWrongOnes() {
    VmxDocument.Salvaged salvaged =
        salvage("a = \"1\"\r\nb \"2\"\r\nc = \"3\rd = \"4\" e\n= \"5\"\nf = \"6\"\n");

    assertThat(lines(salvaged)).containsExactly(2, 3, 4, 5);
    assertThat(salvaged.document().entries())
        .extracting(entry -> entry.line() + entry.key())
        .containsExactly("1a", "4d", "6f");
  }

  @Test
  void countsLinesBehindOpenTripleQuotesAndNuls() {
    VmxDocument.Salvaged open = salvage("a = \"\"\"1\nb = \"2\"\n");
    VmxDocument.Salvaged nul = salvage("a = \"\"\"1\n2\0\n\"\nb = \"2\"\nc\n");

    assertThat(lines(open)).containsExactly(1);
    assertThat(open.document().entry("b")).isEqualTo(new VmxEntry("b", "2", 2));
    assertThat(lines(nul)).containsExactly(2, 3, 5);
    assertThat(nul.document().entry("b")).isEqualTo(new VmxEntry("b", "2", 4));
  }

  @Test
  void givesUpAfterAHundredProblems() {
    VmxDocument.Salvaged salvaged = salvage("a\n".repeat(5000) + "b = \"1\"\n");

    assertThat(salvaged.problems()).hasSize(101);
    assertThat(salvaged.problems().get(100)).hasMessageContaining("not read");
    assertThat(salvaged.document().entries()).isEmpty();
  }

  @Test
  void guessesTheCharsetIfItIsNotKnown() {
    VmxDocument.Salvaged salvaged =
        salvage("b\n.encoding = \"klingon\"\nc\ndisplayName = \"\u00e9\"\n");

    assertThat(lines(salvaged)).containsExactly(1, 2, 3);
    assertThat(salvaged.document().get("displayName")).isEqualTo("\u00e9");
  }

  @Test
  void keepsTheBytesAndHasNoProblemsWithAGoodFile() {
    byte[] file = "a = \"1\"\n".getBytes(StandardCharsets.UTF_8);

    assertThat(VmxDocument.salvage(file).problems()).isEmpty();
    assertThat(VmxDocument.salvage(file).document()).isEqualTo(VmxDocument.parse(file));
  }

  @Test
  void readsNothingOfAFileThatIsNone() {
    VmxDocument.Salvaged salvaged =
        VmxDocument.salvage("\ufeffa = \"1\"".getBytes(StandardCharsets.UTF_16LE));

    assertThat(salvaged.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem).hasMessageContaining("UTF-16"));
    assertThat(salvaged.document().entries()).isEmpty();
  }
}
