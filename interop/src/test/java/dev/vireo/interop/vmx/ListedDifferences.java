package dev.vireo.interop.vmx;

import dev.vireo.interop.vmx.ListedDifference.Accepts;
import dev.vireo.interop.vmx.ListedDifference.Explains;
import dev.vireo.interop.vmx.ListedDifference.Kind;
import dev.vireo.interop.vmx.ListedDifference.LeavesOut;
import dev.vireo.interop.vmx.ListedDifference.Refuses;
import dev.vireo.interop.vmx.ListedDifference.Rewrites;
import dev.vireo.interop.vmx.ListedDifference.Warns;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All deliberate differences of the converters from libvirt 9.0. The tables of docs/vmx.md say why
 * each is: those of the conversions by name, those of the syntax as {@code syntax-} and number.
 */
final class ListedDifferences {
  private ListedDifferences() {}

  /** All there are. */
  static List<ListedDifference> all() {
    return Stream.concat(ReadingDifferences.all().stream(), WritingDifferences.ALL.stream())
        .toList();
  }

  /** Ours converts what libvirt refuses with such a message. */
  static Kind accepts(String message) {
    return acceptsWarning(message, "");
  }

  /** The same, and ours warns: see {@link Accepts}. */
  static Kind acceptsWarning(String message, String warned) {
    return new Accepts(document -> true, Pattern.compile(message), warned);
  }

  /** Ours converts what libvirt refuses with such a message, of documents that hold a pattern. */
  static Kind acceptsOf(String input, String message) {
    return new Accepts(holding(input), Pattern.compile(message), "");
  }

  /** Ours refuses what libvirt converts. */
  static Kind refuses(Predicate<String> input, String message) {
    return new Refuses(input, Pattern.compile(message));
  }

  /** Both refuse, and ours explains. */
  static Kind explains(String message, String better) {
    return new Explains(Pattern.compile(message), Pattern.compile(better));
  }

  /** Ours warns where libvirt is silent. */
  static Kind warns(String input, String warned) {
    return new Warns(holding(input), Pattern.compile(warned));
  }

  /** Ours gives another document than libvirt, of documents that hold a pattern. */
  static Kind rewrites(String input, UnaryOperator<String> toOurs) {
    return new Rewrites(holding(input), (document, libvirt) -> toOurs.apply(libvirt));
  }

  /** Ours gives another document than libvirt. */
  static Kind rewrites(Predicate<String> input, BinaryOperator<String> toOurs) {
    return new Rewrites(input, toOurs);
  }

  /** Ours differs in a part, of documents that hold a pattern. */
  static Kind leavesOut(String input, UnaryOperator<String> withoutIt) {
    return new LeavesOut(holding(input), withoutIt);
  }

  /** Whether a document holds a pattern, in any case. */
  static Predicate<String> holding(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).asPredicate();
  }
}
