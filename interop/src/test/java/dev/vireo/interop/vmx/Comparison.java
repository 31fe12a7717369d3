package dev.vireo.interop.vmx;

import dev.vireo.interop.vmx.ListedDifference.Accepts;
import dev.vireo.interop.vmx.ListedDifference.LeavesOut;
import dev.vireo.interop.vmx.ListedDifference.Refuses;
import dev.vireo.interop.vmx.ListedDifference.Rewrites;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares conversions, and remembers which of the listed differences were met. Documents are
 * compared in a normal form: {@link CanonicalXml}, or the ordered entries of {@link VmxLines}.
 */
final class Comparison {
  private final List<ListedDifference> differences;
  private final Set<ListedDifference> met = new LinkedHashSet<>();
  private int refusals;
  private int sameMessages;

  /**
   * @param differences what may differ
   */
  Comparison(List<ListedDifference> differences) {
    this.differences = List.copyOf(differences);
  }

  /**
   * Compares.
   *
   * @param conversion the results
   * @return what differs without being listed; empty for nothing
   */
  Optional<String> disagreement(Conversion conversion) {
    return switch (conversion.libvirt()) {
      case Result.Document libvirt ->
          switch (conversion.ours()) {
            case Result.Document ours -> compare(conversion, libvirt, ours);
            case Result.Refusal ours -> refused(conversion, ours);
          };
      case Result.Refusal libvirt ->
          switch (conversion.ours()) {
            case Result.Document ours -> accepted(conversion, libvirt, ours);
            case Result.Refusal ours -> {
              refusals++;
              sameMessages += libvirt.message().endsWith(ours.message()) ? 1 : 0;
              yield Optional.empty();
            }
          };
    };
  }

  /** The listed differences that no conversion so far has shown. */
  List<ListedDifference> notMet() {
    return differences.stream().filter(difference -> !met.contains(difference)).toList();
  }

  /** How many documents both refused, and how many of these with the same words. */
  String messages() {
    return sameMessages + " of " + refusals + " refusals use libvirt's words";
  }

  private Optional<String> compare(
      Conversion conversion, Result.Document libvirt, Result.Document ours) {
    String expected = normal(conversion.direction(), libvirt.text());
    String actual = normal(conversion.direction(), ours.text());
    List<ListedDifference> applied = new ArrayList<>();
    for (ListedDifference difference : of(conversion.direction())) {
      String before = expected;
      String beforeOfOurs = actual;
      switch (difference.kind()) {
        case Rewrites rewrites when rewrites.input().matcher(conversion.input()).find() ->
            expected = rewrites.toOurs().apply(expected);
        case LeavesOut part when part.input().matcher(conversion.input()).find() -> {
          if (!expected.equals(actual)) {
            expected = part.withoutIt().apply(expected);
            actual = part.withoutIt().apply(actual);
          }
        }
        default -> {}
      }
      if (!before.equals(expected) || !beforeOfOurs.equals(actual)) {
        applied.add(difference);
      }
    }
    if (expected.equals(actual)) {
      met.addAll(applied);
      return Optional.empty();
    }
    String hint = sorted(expected).equals(sorted(actual)) ? " (only the order differs)" : "";
    return Optional.of(
        "%s: another document than libvirt's%s\n--- libvirt, as it should be\n%s--- ours\n%s"
            .formatted(conversion.name(), hint, expected, actual));
  }

  private Optional<String> refused(Conversion conversion, Result.Refusal ours) {
    for (ListedDifference difference : of(conversion.direction())) {
      if (difference.kind() instanceof Refuses refuses
          && refuses.input().matcher(conversion.input()).find()) {
        met.add(difference);
        return Optional.empty();
      }
    }
    return Optional.of(
        conversion.name() + ": refused, though libvirt converts it: " + ours.message());
  }

  private Optional<String> accepted(
      Conversion conversion, Result.Refusal libvirt, Result.Document ours) {
    for (ListedDifference difference : of(conversion.direction())) {
      if (difference.kind() instanceof Accepts accepts
          && accepts.message().matcher(libvirt.message()).find()) {
        met.add(difference);
        return Optional.empty();
      }
    }
    return Optional.of(
        "%s: converted, though libvirt refuses it: %s\n%s"
            .formatted(conversion.name(), libvirt.message(), ours.text()));
  }

  private List<ListedDifference> of(Direction direction) {
    return differences.stream().filter(each -> each.direction() == direction).toList();
  }

  /** The normal form of a document that a converter wrote. */
  static String normal(Direction direction, String text) {
    return direction == Direction.VMX_TO_XML ? CanonicalXml.of(text) : VmxLines.of(text).ordered();
  }

  private static List<String> sorted(String text) {
    return text.lines().sorted().toList();
  }
}
