package dev.vireo.interop.vmx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.interop.vmx.ListedDifference.Kind;
import dev.vireo.vmx.ConversionWarning;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
    assertThat(compare(NO, XML, ListedDifferences.accepts("too large"))).isEmpty();
    assertThat(compare(NO, XML, ListedDifferences.accepts("too small"))).isPresent();
    assertThat(
            compare(
                XML, NO, ListedDifferences.refuses(input -> input.equals("input"), "too large")))
        .isEmpty();
    assertThat(compare(XML, OTHER, ListedDifferences.leavesOut("in", ComparisonTest::drop)))
        .isEmpty();
    assertThat(compare(XML, OTHER, ListedDifferences.leavesOut("no", ComparisonTest::drop)))
        .isPresent();
  }

  @Test
  void demandsAListedRewriting() {
    Kind rewrites = ListedDifferences.rewrites("in", xml -> xml.replace(">t<", ">u<"));

    assertThat(compare(XML, OTHER, rewrites)).isEmpty();
    assertThat(compare(XML, SAME, rewrites)).isPresent();
  }

  @Test
  void knowsWhatWasNotMet() {
    ListedDifference listed = difference(ListedDifferences.accepts("too large"));
    Comparison comparison = new Comparison(List.of(listed));

    assertThat(comparison.disagreement(conversion(XML, SAME))).isEmpty();
    assertThat(comparison.notMet()).containsExactly(listed);

    assertThat(comparison.disagreement(conversion(NO, XML))).isEmpty();
    assertThat(comparison.notMet()).isEmpty();
  }

  @Test
  void demandsAListedWarning() {
    Kind accepts = ListedDifferences.acceptsWarning("too (large)", "$1|size");

    assertThat(compare(NO, XML, accepts)).isPresent();
    assertThat(compare(NO, warning("other"), accepts)).isPresent();
    assertThat(compare(NO, warning("Large"), accepts)).isEmpty();
    assertThat(compare(NO, warning("size"), accepts)).isEmpty();

    Kind warns = ListedDifferences.warns("in", "size");
    assertThat(compare(XML, XML, warns)).isPresent();
    assertThat(compare(XML, warning("size"), warns)).isEmpty();
  }

  @Test
  void anExplanationIsMetOnlyWhenItIsGiven() {
    ListedDifference listed = difference(ListedDifferences.explains("too large", "at most"));
    Comparison comparison = new Comparison(List.of(listed));

    assertThat(comparison.disagreement(conversion(NO, NO))).isEmpty();
    assertThat(comparison.notMet()).containsExactly(listed);

    Result better = new Result.Refusal("has to be at most 3");
    assertThat(comparison.disagreement(conversion(NO, better))).isEmpty();
    assertThat(comparison.notMet()).isEmpty();
  }

  @Test
  void aRefusalHasToHaveTheListedReason() {
    Kind refuses = ListedDifferences.refuses(input -> true, "too small");

    assertThat(compare(XML, NO, refuses)).isPresent();
  }

  private static Result warning(String key) {
    return new Result.Document(
        ((Result.Document) XML).text(), List.of(new ConversionWarning(1, key, "is odd")));
  }

  private static String drop(String xml) {
    return xml.replaceAll("<x>.</x>", "");
  }

  private static Optional<String> compare(Result libvirt, Result ours, Kind... kinds) {
    List<ListedDifference> listed = Arrays.stream(kinds).map(ComparisonTest::difference).toList();
    return new Comparison(listed).disagreement(conversion(libvirt, ours));
  }

  private static ListedDifference difference(Kind kind) {
    return new ListedDifference("id", Direction.VMX_TO_XML, "witness", kind);
  }

  private static Conversion conversion(Result libvirt, Result ours) {
    return new Conversion(Direction.VMX_TO_XML, "name", "input", libvirt, ours);
  }
}
