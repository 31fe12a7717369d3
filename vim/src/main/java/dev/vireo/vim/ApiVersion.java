package dev.vireo.vim;

import java.util.ArrayList;
import java.util.List;

/**
 * A version of the VI API, such as {@code 8.0.3.0} or {@code 2.5}. Parts that are missing count as
 * zero, and what stands behind a number, as in {@code 2.5u2}, counts as a further part.
 */
public final class ApiVersion implements Comparable<ApiVersion> {

  /** The first version; spoken by ESX 3.5 and VMware Server 2, which offer no negotiation. */
  public static final ApiVersion V2_5 = of("2.5");

  /** The version that brought {@code CreatePropertyCollector} and instance UUIDs. */
  public static final ApiVersion V4_0 = of("4.0");

  /** The version that brought {@code RetrievePropertiesEx} and {@code WaitForUpdatesEx}. */
  public static final ApiVersion V4_1 = of("4.1");

  /** The newest version that this library asks for. */
  public static final ApiVersion NEWEST = of("8.0.3.0");

  private final String text;
  private final List<Integer> parts;

  private ApiVersion(String text, List<Integer> parts) {
    this.text = text;
    this.parts = List.copyOf(parts);
  }

  /**
   * Reads a version.
   *
   * @param text dotted numbers; anything else between them is taken as a separator
   */
  public static ApiVersion of(String text) {
    List<Integer> parts = new ArrayList<>();
    int number = -1;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : '.';
      if (c >= '0' && c <= '9' && number < 10_000_000) {
        number = Math.max(number, 0) * 10 + (c - '0');
      } else if (number >= 0) {
        parts.add(number);
        number = -1;
      }
    }
    return new ApiVersion(text, parts);
  }

  /** Whether this version is the other or newer. */
  public boolean isAtLeast(ApiVersion other) {
    return compareTo(other) >= 0;
  }

  @Override
  public int compareTo(ApiVersion other) {
    int count = Math.max(parts.size(), other.parts.size());
    for (int i = 0; i < count; i++) {
      int order = Integer.compare(part(i), other.part(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private int part(int index) {
    return index < parts.size() ? parts.get(index) : 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ApiVersion version && compareTo(version) == 0;
  }

  @Override
  public int hashCode() {
    int hash = 0;
    int length = parts.size();
    while (length > 0 && parts.get(length - 1) == 0) {
      length--;
    }
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + parts.get(i);
    }
    return hash;
  }

  /** The version as it was given. */
  @Override
  public String toString() {
    return text;
  }
}
