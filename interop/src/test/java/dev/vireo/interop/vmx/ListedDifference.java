package dev.vireo.interop.vmx;

import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A place where the Java converters differ from libvirt 9.0's on purpose. Everything else must be
 * the same. The list is {@link ListedDifferences}.
 *
 * @param id its name in the table of docs/vmx.md, which says why; several can have the same
 * @param direction the conversion that it is about
 * @param witness name of a document of the corpus where it applies
 * @param kind what differs
 */
record ListedDifference(String id, Direction direction, String witness, Kind kind) {
  /** What differs. */
  sealed interface Kind {}

  /**
   * Ours converts what libvirt refuses.
   *
   * @param input holds for the document
   * @param message found in libvirt's message
   * @param warned what ours must warn about: a pattern for the key of a warning, in which {@code
   *     $1} stands for the first group of the message; empty when it need not warn
   */
  record Accepts(Predicate<String> input, Pattern message, String warned) implements Kind {}

  /**
   * Ours refuses what libvirt converts.
   *
   * @param input holds for the document
   * @param message found in the message of ours
   */
  record Refuses(Predicate<String> input, Pattern message) implements Kind {}

  /**
   * Both refuse, and ours says what is wrong in words that the user can do something with.
   *
   * @param message found in libvirt's message
   * @param better found in the message of ours
   */
  record Explains(Pattern message, Pattern better) implements Kind {}

  /**
   * Ours says what it leaves out, where libvirt says nothing.
   *
   * @param input holds for the document
   * @param warned pattern for the key of a warning of ours
   */
  record Warns(Predicate<String> input, Pattern warned) implements Kind {}

  /**
   * Ours gives another document, which follows from libvirt's.
   *
   * @param input holds for the document
   * @param toOurs makes ours of the document and of libvirt's, in the normal form of {@link
   *     Comparison}
   */
  record Rewrites(Predicate<String> input, BinaryOperator<String> toOurs) implements Kind {}

  /**
   * Ours gives another document, in a part that is left out of the comparison.
   *
   * @param input holds for the document
   * @param withoutIt takes the part out of the normal form of either
   */
  record LeavesOut(Predicate<String> input, UnaryOperator<String> withoutIt) implements Kind {}
}
