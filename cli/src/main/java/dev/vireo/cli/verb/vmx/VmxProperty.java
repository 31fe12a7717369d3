package dev.vireo.cli.verb.vmx;

import dev.vireo.cli.grammar.Completer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code vmx set} can set. */
enum VmxProperty {
  /** {@code displayName}. */
  NAME("name", "TEXT", "name of the machine"),
  /** {@code annotation}. */
  DESCRIPTION("description", "TEXT", "notes about the machine"),
  /** {@code memsize}. */
  MEMORY("memory", "SIZE", "memory, such as 4GiB or 512MiB"),
  /** {@code numvcpus}. */
  VCPU("vcpu", "NUMBER", "number of processors"),
  /** {@code cpuid.coresPerSocket}. */
  CORES("cores", "NUMBER", "processors to a socket"),
  /** {@code guestOS}. */
  GUEST_OS("guest-os", "ID", "VMware's name of the guest's system"),
  /** {@code firmware}. */
  FIRMWARE("firmware", "bios|efi", "what boots the guest");

  private static final int WIDTH = 20;

  private final String text;
  private final String value;
  private final String about;

  VmxProperty(String text, String value, String about) {
    this.text = text;
    this.value = value;
    this.about = about;
  }

  /** The name as the user writes it. */
  String text() {
    return text;
  }

  /** The property of this name, or null. */
  static @Nullable VmxProperty named(String name) {
    for (VmxProperty property : values()) {
      if (property.text.equals(name)) {
        return property;
      }
    }
    return null;
  }

  /** All of them with what they take, one a line. */
  static String table() {
    List<String> lines = new ArrayList<>();
    for (VmxProperty property : values()) {
      String syntax = property.text + "=" + property.value;
      lines.add("  " + syntax + " ".repeat(WIDTH - syntax.length()) + property.about);
    }
    return String.join("\n", lines);
  }

  /** All names, for messages. */
  static String names() {
    List<String> names = new ArrayList<>();
    for (VmxProperty property : values()) {
      names.add(property.text);
    }
    return String.join(", ", names);
  }

  /** Proposes the names with what comes behind them. */
  static Completer completer() {
    List<String> words = new ArrayList<>();
    for (VmxProperty property : values()) {
      words.add(property.text + "=");
    }
    return new Completer.Words(words);
  }
}
