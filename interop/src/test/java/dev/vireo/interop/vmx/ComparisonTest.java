package dev.vireo.interop.vmx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.interop.vmx.ListedDifference.Accepts;
import dev.vireo.interop.vmx.ListedDifference.Kind;
import dev.vireo.interop.vmx.ListedDifference.LeavesOut;
import dev.vireo.interop.vmx.ListedDifference.Refuses;
import dev.vireo.interop.vmx.ListedDifference.Rewrites;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final Result XML = new Result.Document("<d a='1' b='2'><x>t</x></d>");
  private static final Result SAME = new Result.Document("<d b=\"2\"\n a=\"1\">\n<x>t</x> </d>");
  private static final Result OTHER = new Result.Document("<d a='1' b='2'><x>u</x></d>");
  private static final Result NO = new Result.Refusal("internal error: too large");

  ComparisonTest() {}

  @Test
  void agreesOnAnotherNotationOfTheSameDocument() {
    assertThat(compare(XML, SAME)).isEmpty();
  }

  @Test
  void tellsDocumentsApart() {
    assertThat(compare(XML, OTHER))
        .hasValueSatisfying(text -> assertThat(text).contains("<x>t</x>").contains("<x>u</x>"));
  }

  @Test
  void tellsRefusalsFromDocuments() {
    assertThat(compare(XML, NO)).isPresent();
    assertThat(compare(NO, XML)).isPresent();
    assertThat(compare(NO, NO)).isEmpty();
  }

  @Test
  void letsPassWhatIsListed() {
    assertThat(compare(NO, XML, new Accepts(Pattern.compile("too large")))).isEmpty();
    assertThat(compare(NO, XML, new Accepts(Pattern.compile("too small")))).isPresent();
    assertThat(compare(XML, NO, new Refuses(Pattern.compile("in")))).isEmpty();
    assertThat(compare(XML, OTHER, new LeavesOut(Pattern.compile("in"), ComparisonTest::drop)))
        .isEmpty();
    assertThat(compare(XML, OTHER, new LeavesOut(Pattern.compile("no"), ComparisonTest::drop)))
        .isPresent();
  }

  @Test
  void demandsAListedRewriting() {
    Kind rewrites = new Rewrites(Pattern.compile("in"), xml -> xml.replace(">t<", ">u<"));

    assertThat(compare(XML, OTHER, rewrites)).isEmpty();
    assertThat(compare(XML, SAME, rewrites)).isPresent();
  }

  @Test
  void knowsWhatWasNotMet() {
    ListedDifference listed = difference(new Accepts(Pattern.compile("too large")));
    Comparison comparison = new Comparison(List.of(listed));

    assertThat(comparison.disagreement(conversion(XML, SAME))).isEmpty();
    assertThat(comparison.notMet()).containsExactly(listed);

    assertThat(comparison.disagreement(conversion(NO, XML))).isEmpty();
    assertThat(comparison.notMet()).isEmpty();
  }

  private static String drop(String xml) {
    return xml.replaceAll("<x>.</x>", "");
  }

  private static Optional<String> compare(Result libvirt, Result ours, Kind... kinds) {
    List<ListedDifference> listed = Arrays.stream(kinds).map(ComparisonTest::difference).toList();
    return new Comparison(listed).disagreement(conversion(libvirt, ours));
  }

  private static ListedDifference difference(Kind kind) {
    return new ListedDifference("id", "why", Direction.VMX_TO_XML, "witness", kind);
  }

  private static Conversion conversion(Result libvirt, Result ours) {
    return new Conversion(Direction.VMX_TO_XML, "name", "input", libvirt, ours);
  }
}
