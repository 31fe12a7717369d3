package dev.vireo.vim.soap;

import java.time.Instant;

/**
 * Reads {@code xsd:dateTime}: a date and time with or without fraction and zone; without a zone it
 * is taken as UTC, which is what VI API servers mean. Written out by hand because the formatters of
 * {@code java.time} would be loaded at every start for the two dates of a login.
 */
final class XmlDateTime {

  private static final int SECONDS_PER_DAY = 86_400;

  /** More do not fit into an {@link Instant}, whatever the zone is. */
  private static final int MOST_DIGITS_OF_YEAR = 8;

  /** From 1 March of the year 0. */
  private static final int DAYS_TO_1970 = 719_468;

  private final String text;
  private int pos;

  private XmlDateTime(String text) {
    this.text = text;
  }

  static Instant parse(String text) {
    return new XmlDateTime(text).read();
  }

  /** The text of a time in UTC. Years of more than four digits have no sign, unlike in ISO 8601. */
  static String format(Instant time) {
    String text = time.toString();
    return text.startsWith("+") ? text.substring(1) : text;
  }

  private Instant read() {
    int sign = accept('-') ? -1 : 1;
    int year = sign * number(4, MOST_DIGITS_OF_YEAR);
    require('-');
    int month = number(2, 2);
    require('-');
    long days = epochDay(year, month, number(2, 2));
    require('T');
    long seconds = days * SECONDS_PER_DAY + upTo(24) * 3600L; // 24:00 is the end of a day
    require(':');
    seconds += upTo(59) * 60L;
    require(':');
    seconds += upTo(60); // a leap second
    int nanos = accept('.') ? fraction() : 0;
    seconds -= zoneOffset();
    if (pos != text.length()) {
      throw invalid();
    }
    return Instant.ofEpochSecond(seconds, nanos);
  }

  /** Days since 1970 of a date, without {@link java.time.LocalDate}, which loads formatters. */
  private long epochDay(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1 || day > lengthOfMonth(year, month)) {
      throw invalid();
    }
    // Years begin in March here, so that a leap day is the last day of one.
    long years = month > 2 ? year : year - 1L;
    long months = month > 2 ? month - 3 : month + 9;
    long leapDays = Math.floorDiv(years, 4) - Math.floorDiv(years, 100) + Math.floorDiv(years, 400);
    return years * 365 + leapDays + (153 * months + 2) / 5 + day - 1 - DAYS_TO_1970;
  }

  private static int lengthOfMonth(int year, int month) {
    return switch (month) {
      case 2 -> isLeap(year) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  private static boolean isLeap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  private int zoneOffset() {
    if (pos == text.length() || accept('Z')) {
      return 0;
    }
    int sign = accept('-') ? -1 : 1;
    if (sign > 0) {
      require('+');
    }
    int hours = upTo(14);
    require(':');
    return sign * (hours * 3600 + upTo(59) * 60);
  }

  private int fraction() {
    int nanos = 0;
    int digits = 0;
    while (pos < text.length() && isDigit(text.charAt(pos))) {
      if (digits < 9) {
        nanos = nanos * 10 + (text.charAt(pos) - '0');
        digits++;
      }
      pos++;
    }
    for (; digits < 9; digits++) {
      nanos *= 10;
    }
    return nanos;
  }

  /** A number of two digits. */
  private int upTo(int largest) {
    int number = number(2, 2);
    if (number > largest) {
      throw invalid();
    }
    return number;
  }

  private int number(int least, int most) {
    int start = pos;
    while (pos < text.length() && pos - start < most && isDigit(text.charAt(pos))) {
      pos++;
    }
    if (pos - start < least) {
      throw invalid();
    }
    return Integer.parseInt(text, start, pos, 10);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private boolean accept(char c) {
    boolean there = pos < text.length() && text.charAt(pos) == c;
    if (there) {
      pos++;
    }
    return there;
  }

  private void require(char c) {
    if (!accept(c)) {
      throw invalid();
    }
  }

  private IllegalArgumentException invalid() {
    return new IllegalArgumentException("not a date and time");
  }
}
