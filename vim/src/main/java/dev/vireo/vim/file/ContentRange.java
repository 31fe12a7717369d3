package dev.vireo.vim.file;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a server says about the part that it sends (RFC 9110, 14.4).
 *
 * @param first index of its first byte; -1 where there is no part
 * @param last index of its last byte; -1 where there is no part
 * @param total length of the file; -1 when the server does not know
 */
record ContentRange(long first, long last, long total) {

  private static final Pattern FORM =
      Pattern.compile("bytes\\s+(?:([0-9]{1,18})-([0-9]{1,18})|\\*)/([0-9]{1,18}|\\*)");

  /** Reads the header; null when it is absent or none. */
  static @Nullable ContentRange parse(@Nullable String header) {
    Matcher matcher = FORM.matcher(header == null ? "" : header.strip());
    if (!matcher.matches()) {
      return null;
    }
    ContentRange range =
        new ContentRange(
            number(matcher.group(1)), number(matcher.group(2)), number(matcher.group(3)));
    boolean possible =
        range.last >= range.first && (range.total < 0 || range.last < range.total);
    return possible ? range : null;
  }

  private static long number(@Nullable String digits) {
    return digits == null || digits.equals("*") ? -1 : Long.parseLong(digits);
  }
}
