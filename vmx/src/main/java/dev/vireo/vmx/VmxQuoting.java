package dev.vireo.vmx;

/** How a value is written: in the quotes it had, if they can hold the new one. */
final class VmxQuoting {

  private VmxQuoting() {}

  /**
   * Refuses what no quotes can hold in a file that VMware reads.
   *
   * @throws IllegalArgumentException naming the key, never the value
   */
  static void check(String key, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\n' || c == '\r') {
        throw new IllegalArgumentException(
            "the value of '" + key + "' has a line end, which must be escaped");
      }
      if (c < ' ' && c != '\t') {
        throw new IllegalArgumentException(
            "the value of '" + key + "' has a control character, which must be escaped");
      }
    }
  }

  /**
   * A value with its quotes.
   *
   * @param quote the quotation mark there was, doubled or tripled or not; empty if none
   */
  static String quote(String key, String value, String quote) {
    boolean fits =
        switch (quote) {
          case "\"\"\"" -> !value.contains(quote) && !value.endsWith("\"");
          case "'" -> !value.contains(quote);
          default -> false;
        };
    if (fits) {
      return quote + value + quote;
    }
    if (value.indexOf('"') >= 0) {
      throw new IllegalArgumentException(
          "the value of '" + key + "' has a quotation mark, which must be escaped");
    }
    return '"' + value + '"';
  }
}
