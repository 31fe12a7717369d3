package dev.vireo.vmx.internal.convert;

import dev.vireo.vmx.ConversionWarning;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.VmxEscapes;
import dev.vireo.vmx.device.DeviceName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one device, or, for general keys, of the whole file. A value that cannot be read
 * is reported and counts as missing.
 */
public final class Section {

  private final @Nullable VmxDocument document;
  private final List<VmxEntry> entries = new ArrayList<>();
  private final Remarks remarks;
  private final String prefix;
  private final int number;
  private final int unit;

  private Section(
      @Nullable VmxDocument document, Remarks remarks, String prefix, int number, int unit) {
    this.document = document;
    this.remarks = remarks;
    this.prefix = prefix;
    this.number = number;
    this.unit = unit;
  }

  /** All keys of a file, by their full names. */
  static Section ofFile(VmxDocument document, Remarks remarks) {
    return new Section(document, remarks, "", 0, DeviceName.NO_UNIT);
  }

  /**
   * The keys of a device.
   *
   * @param name what they start with
   */
  static Section ofDevice(DeviceName name, Remarks remarks) {
    return new Section(null, remarks, name.text(), name.number(), name.unit());
  }

  void add(VmxEntry entry) {
    entries.add(entry);
  }

  String prefix() {
    return prefix;
  }

  public int number() {
    return number;
  }

  public int unit() {
    return unit;
  }

  private String key(String name) {
    return document == null ? prefix + "." + name : name;
  }

  /** The first entry of a name below the prefix; null if there is none. */
  public @Nullable VmxEntry entry(String name) {
    if (document != null) {
      return document.entry(name);
    }
    int start = prefix.length() + 1;
    for (VmxEntry entry : entries) {
      String key = entry.key();
      if (key.length() == start + name.length()
          && key.regionMatches(true, start, name, 0, name.length())) {
        return entry;
      }
    }
    return null;
  }

  /** The value without escapes; null if there is none. */
  public @Nullable String text(String name) {
    VmxEntry entry = entry(name);
    return entry == null ? null : plain(entry.value());
  }

  /** The value as {@link #text}, which also counts as missing when it is empty. */
  public @Nullable String filled(String name) {
    String text = text(name);
    return text == null || text.isEmpty() ? null : text;
  }

  static String plain(String value) {
    if (value.indexOf('|') < 0) {
      return XmlCharacters.only(value);
    }
    try {
      return XmlCharacters.only(VmxEscapes.unescapeAnnotation(value));
    } catch (IllegalArgumentException e) {
      return XmlCharacters.only(value); // A bar that escapes nothing stands for itself.
    }
  }

  /** Whether the value is this one, in any case. */
  public boolean is(String name, String value) {
    VmxEntry entry = entry(name);
    return entry != null && value.equalsIgnoreCase(entry.value());
  }

  public boolean flag(String name, boolean fallback) {
    VmxEntry entry = entry(name);
    if (entry == null) {
      return fallback;
    }
    if ("true".equalsIgnoreCase(entry.value())) {
      return true;
    }
    if (!"false".equalsIgnoreCase(entry.value())) {
      warn(entry, "has to be true or false and counts as " + fallback);
      return fallback;
    }
    return false;
  }

  public long whole(String name, long fallback) {
    Long value = integer(name);
    return value == null ? fallback : value;
  }

  /** The value as a number, {@code unlimited} as -1; null if there is none that can be read. */
  public @Nullable Long integer(String name) {
    VmxEntry entry = entry(name);
    if (entry == null) {
      return null;
    }
    Long value = parse(entry.value().strip());
    if (value == null) {
      warn(entry, "has to be a whole number and was left out");
    }
    return value;
  }

  /** A decimal number or {@code unlimited}; null if it is neither. */
  public static @Nullable Long parse(String text) {
    if (text.equalsIgnoreCase("unlimited")) {
      return -1L;
    }
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Reports something that is as VMware writes it, and that a domain says in other words. */
  public void tell(String name, String text) {
    VmxEntry entry = entry(name);
    if (entry != null) {
      remarks.reworded(new ConversionWarning(entry.line(), entry.key(), text));
    }
  }

  public void warn(String name, String text) {
    VmxEntry entry = entry(name);
    if (entry == null) {
      remarks.odd(new ConversionWarning(0, key(name), text));
    } else {
      warn(entry, text);
    }
  }

  private void warn(VmxEntry entry, String text) {
    remarks.odd(new ConversionWarning(entry.line(), entry.key(), text));
  }

  /** Reports something that the file lacks, or has without a value. */
  public void warnMissing(String name, String text) {
    VmxEntry empty = entry(name);
    if (empty != null) {
      warn(empty, text);
      return;
    }
    int line = entries.isEmpty() ? 0 : entries.get(0).line();
    remarks.odd(new ConversionWarning(line, key(name), text));
  }
}
