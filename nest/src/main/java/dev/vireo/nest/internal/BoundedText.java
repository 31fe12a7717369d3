package dev.vireo.nest.internal;

/** Words of others that become part of a message. */
public final class BoundedText {
  private static final int MOST = 2000;

  private BoundedText() {}

  /** A text, cut where it is longer than anybody reads. */
  public static String of(String text) {
    return text.length() <= MOST ? text : text.substring(0, MOST) + " ...";
  }
}
