package dev.vireo.interop.vmx;

import dev.vireo.interop.vmx.ListedDifference.Accepts;
import dev.vireo.interop.vmx.ListedDifference.Explains;
import dev.vireo.interop.vmx.ListedDifference.LeavesOut;
import dev.vireo.interop.vmx.ListedDifference.Refuses;
import dev.vireo.interop.vmx.ListedDifference.Rewrites;
import dev.vireo.interop.vmx.ListedDifference.Warns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares conversions, and remembers which of the listed differences were met. Documents are
 * compared in a normal form: {@link CanonicalXml}, or the ordered entries of {@link VmxLines}.
 */
final class Comparison {
  private final List<ListedDifference> differences;
  private final Map<ListedDifference, Integer> met = new LinkedHashMap<>();
  private int conversions;
  private int refusals;
  private int same;

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
    conversions++;
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
              bothRefused(conversion, libvirt, ours);
              yield Optional.empty();
            }
          };
    };
  }

  /** The listed differences that no conversion so far has shown. */
  List<ListedDifference> notMet() {
    return differences.stream().filter(difference -> !met.containsKey(difference)).toList();
  }

  /** How many conversions were compared, were the same, and showed each of the differences. */
  String summary() {
    Map<String, Integer> counts = new TreeMap<>();
    met.forEach((difference, count) ->
        counts.merge(difference.direction() + " " + difference.id(), count, Integer::sum));
    StringBuilder text = new StringBuilder();
    text.append(
        "%d conversions: %d the same, %d refused by both, else as listed:%n"
            .formatted(conversions, same, refusals));
    counts.forEach((id, count) -> text.append("%6d %s%n".formatted(count, id)));
    return text.toString();
  }

  private void met(ListedDifference difference) {
    met.merge(difference, 1, Integer::sum);
  }

  private void bothRefused(Conversion conversion, Result.Refusal libvirt, Result.Refusal ours) {
    refusals++;
    for (ListedDifference difference : of(conversion.direction())) {
      // A document can have a second fault, which ours names first.
      if (difference.kind() instanceof Explains explains
          && explains.message().matcher(libvirt.message()).find()
          && explains.better().matcher(ours.message()).find()) {
        met(difference);
      }
    }
  }

  private Optional<String> compare(
      Conversion conversion, Result.Document libvirt, Result.Document ours) {
    String expected = normal(conversion.direction(), libvirt.text());
    String actual = normal(conversion.direction(), ours.text());
    boolean asIs = expected.equals(actual);
    List<ListedDifference> applied = new ArrayList<>();
    for (ListedDifference difference : of(conversion.direction())) {
      String before = expected;
      String beforeOfOurs = actual;
      switch (difference.kind()) {
        case Rewrites rewrites when rewrites.input().test(conversion.input()) ->
            expected = rewrites.toOurs().apply(conversion.input(), expected);
        case LeavesOut part when part.input().test(conversion.input()) -> {
          if (!expected.equals(actual)) {
            expected = part.withoutIt().apply(expected);
            actual = part.withoutIt().apply(actual);
          }
        }
        case Warns warns when warns.input().test(conversion.input()) -> {
          if (!warns(ours, warns.warned())) {
            return Optional.of(missingWarning(conversion, warns.warned().pattern(), ours));
          }
          applied.add(difference);
        }
        default -> {}
      }
      if (!before.equals(expected) || !beforeOfOurs.equals(actual)) {
        applied.add(difference);
      }
    }
    if (expected.equals(actual)) {
      same += asIs ? 1 : 0;
      applied.forEach(this::met);
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
          && refuses.input().test(conversion.input())
          && refuses.message().matcher(ours.message()).find()) {
        met(difference);
        return Optional.empty();
      }
    }
    return Optional.of(
        conversion.name() + ": refused, though libvirt converts it: " + ours.message() + "\n");
  }

  private Optional<String> accepted(
      Conversion conversion, Result.Refusal libvirt, Result.Document ours) {
    for (ListedDifference difference : of(conversion.direction())) {
      if (difference.kind() instanceof Accepts accepts
          && accepts.input().test(conversion.input())) {
        Matcher message = accepts.message().matcher(libvirt.message());
        if (message.find()) {
          String warned = warnedKey(accepts.warned(), message);
          if (!warned.isEmpty() && !warns(ours, Pattern.compile(warned))) {
            return Optional.of(libvirt.message() + "\n" + missingWarning(conversion, warned, ours));
          }
          met(difference);
          return Optional.empty();
        }
      }
    }
    return Optional.of(
        "%s: converted, though libvirt refuses it: %s\n%s"
            .formatted(conversion.name(), libvirt.message(), ours.text()));
  }

  private static String warnedKey(String warned, Matcher message) {
    return warned.contains("$1") ? warned.replace("$1", Pattern.quote(message.group(1))) : warned;
  }

  private static boolean warns(Result.Document ours, Pattern key) {
    Pattern anyCase = Pattern.compile(key.pattern(), Pattern.CASE_INSENSITIVE);
    return ours.warnings().stream().anyMatch(each -> anyCase.matcher(each.key()).matches());
  }

  private static String missingWarning(Conversion conversion, String key, Result.Document ours) {
    return "%s: no warning about /%s/ among %s\n"
        .formatted(conversion.name(), key, ours.warnings());
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
