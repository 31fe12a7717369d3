package dev.vireo.cli;

/**
 * What names the host to connect to.
 *
 * @param text a URI, or an alias of one
 * @param origin where it stands, such as {@code the variable LIBVIRT_DEFAULT_URI}; empty when the
 *     user has just typed it
 */
record NamedUri(String text, String origin) {

  /** What the user has just typed. */
  static NamedUri given(String text) {
    return new NamedUri(text, "");
  }

  /** Says where it comes from; empty when the user knows. */
  String hint() {
    return origin.isEmpty() ? "" : "the URI '" + text + "' comes from " + origin;
  }
}
