package dev.vireo.vmx.internal.convert;

import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The devices of a file, found by going over its entries once: {@code ethernet0.present} belongs to
 * device 0 of the kind {@code ethernet}, {@code scsi0:1.fileName} to unit 1 of controller 0 of the
 * kind {@code scsi}.
 */
final class Sections {

  private static final int MAX_NUMBER_DIGITS = 4;
  private static final Comparator<Section> ORDER =
      Comparator.comparingInt(Section::number).thenComparingInt(Section::unit);

  private final Map<String, Section> byPrefix = new HashMap<>();
  private final Map<String, List<Section>> byKind = new HashMap<>();
  private final Remarks remarks;

  private Sections(Remarks remarks) {
    this.remarks = remarks;
  }

  static Sections of(VmxDocument document, Remarks remarks) {
    Sections sections = new Sections(remarks);
    Section last = null;
    for (VmxEntry entry : document.entries()) {
      String key = entry.key();
      int dot = key.indexOf('.');
      if (dot <= 0) {
        continue;
      }
      if (last == null
          || last.prefix().length() != dot
          || !key.regionMatches(true, 0, last.prefix(), 0, dot)) {
        Section section = sections.section(key.substring(0, dot));
        if (section == null) {
          continue;
        }
        last = section;
      }
      last.add(entry);
    }
    sections.byKind.values().forEach(list -> list.sort(ORDER));
    return sections;
  }

  private @Nullable Section section(String prefix) {
    int digits = letters(prefix, 0);
    int numberEnd = digits(prefix, digits);
    if (digits == 0 || numberEnd == digits || numberEnd - digits > MAX_NUMBER_DIGITS) {
      return null;
    }
    int unit = -1;
    if (numberEnd < prefix.length()) {
      int unitEnd = digits(prefix, numberEnd + 1);
      int length = unitEnd - numberEnd - 1;
      if (prefix.charAt(numberEnd) != ':'
          || unitEnd != prefix.length()
          || length < 1
          || length > MAX_NUMBER_DIGITS) {
        return null;
      }
      unit = Integer.parseInt(prefix, numberEnd + 1, unitEnd, 10);
    }
    String folded = prefix.toLowerCase(Locale.ROOT);
    Section known = byPrefix.get(folded);
    if (known == null) {
      int number = Integer.parseInt(prefix, digits, numberEnd, 10);
      known = Section.ofDevice(prefix, number, unit, remarks);
      byPrefix.put(folded, known);
      byKind.computeIfAbsent(folded.substring(0, digits), kind -> new ArrayList<>()).add(known);
    }
    return known;
  }

  private static int letters(String text, int from) {
    int end = from;
    while (end < text.length() && isLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static int digits(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  /**
   * The devices of a kind by number and unit, controllers before their units.
   *
   * @param kind in lower case, such as {@code scsi}
   */
  List<Section> ofKind(String kind) {
    return byKind.getOrDefault(kind, List.of());
  }
}
