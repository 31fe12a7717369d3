package dev.vireo.vmx.internal.convert;

import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.device.DeviceName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The devices of a file, found by going over its entries once: {@code ethernet0.present} belongs to
 * {@code ethernet0}, {@code scsi0:1.fileName} to {@code scsi0:1}.
 */
final class Sections {

  private static final int MAX_NUMBER_DIGITS = 4;
  private static final Comparator<Section> ORDER =
      Comparator.comparingInt(Section::number).thenComparingInt(Section::unit);

  private final Map<String, Section> byPrefix = new HashMap<>();
  private final Map<String, List<Section>> byFamily = new HashMap<>();
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
    sections.byFamily.values().forEach(list -> list.sort(ORDER));
    return sections;
  }

  private @Nullable Section section(String prefix) {
    DeviceName name = DeviceName.of(prefix, MAX_NUMBER_DIGITS);
    if (name == null) {
      return null;
    }
    String folded = prefix.toLowerCase(Locale.ROOT);
    Section known = byPrefix.get(folded);
    if (known == null) {
      known = Section.ofDevice(name, remarks);
      byPrefix.put(folded, known);
      byFamily.computeIfAbsent(name.family(), family -> new ArrayList<>()).add(known);
    }
    return known;
  }

  /**
   * The devices of a family by number and unit, controllers before their units.
   *
   * @param family in lower case, such as {@code scsi}
   */
  List<Section> ofFamily(String family) {
    return byFamily.getOrDefault(family, List.of());
  }
}
