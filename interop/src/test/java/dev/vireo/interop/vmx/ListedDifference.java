package dev.vireo.interop.vmx;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A place where the Java converters differ from libvirt 9.0's on purpose. Everything else must be
 * the same. The table is {@link ListedDifferences}.
 *
 * @param id short name
 * @param why why it is better so
 * @param direction the conversion that it is about
 * @param witness name of a document of the corpus where it applies
 * @param kind what differs
 */
record ListedDifference(String id, String why, Direction direction, String witness, Kind kind) {
  /** What differs. */
  sealed interface Kind {}

  /**
   * Ours converts what libvirt refuses.
   *
   * @param message found in libvirt's message
   */
  record Accepts(Pattern message) implements Kind {}

  /**
   * Ours refuses what libvirt converts.
   *
   * @param input found in the document
   */
  record Refuses(Pattern input) implements Kind {}

  /**
   * Ours gives another document, which follows from libvirt's.
   *
   * @param input found in the document
   * @param toOurs makes ours of libvirt's; both in the normal form of {@link Comparison}
   */
  record Rewrites(Pattern input, UnaryOperator<String> toOurs) implements Kind {}

  /**
   * Ours gives another document, in a part that is left out of the comparison.
   *
   * @param input found in the document
   * @param withoutIt takes the part out of the normal form of either
   */
  record LeavesOut(Pattern input, UnaryOperator<String> withoutIt) implements Kind {}
}
