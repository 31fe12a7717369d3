package dev.vireo.cli.verb.snapshot;

import dev.vireo.cli.CommandException;
import dev.vireo.model.snapshot.SnapshotDefinition;
import dev.vireo.model.snapshot.SnapshotDisk;
import dev.vireo.model.snapshot.SnapshotMemory;
import dev.vireo.model.snapshot.SnapshotXml;
import dev.vireo.model.xml.Extras;
import dev.vireo.model.xml.XmlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes snapshot XML of the options of {@code snapshot-create-as}, as virsh does. */
final class SnapshotArguments {

  private static final String SNAPSHOT = "snapshot";
  private static final String FILE = "file";
  private static final String DRIVER = "driver";
  private static final String STORAGE = "stype";

  private SnapshotArguments() {}

  /**
   * The document.
   *
   * @param memory what to do with the memory: {@code [file=]name[,snapshot=type]}; null for nothing
   * @param disks what to do with disks, each {@code disk[,key=value]...}
   * @throws CommandException when the latter cannot be read
   */
  static String xml(
      @Nullable String name,
      @Nullable String description,
      @Nullable String memory,
      List<String> disks) {
    return SnapshotXml.format(
        SnapshotDefinition.builder()
            .name(name)
            .description(description)
            .memory(memory == null ? null : memory(memory))
            .disks(disks.stream().map(SnapshotArguments::disk).toList())
            .build());
  }

  private static SnapshotMemory memory(String text) {
    List<String> words = words(text);
    String first = words.get(0);
    if (first.startsWith("/")) {
      words.set(0, FILE + "=" + first);
    }
    Map<String, String> values = values(words, Set.of(SNAPSHOT, FILE), () -> bad("memspec", text));
    return new SnapshotMemory(values.get(SNAPSHOT), values.get(FILE));
  }

  private static SnapshotDisk disk(String text) {
    List<String> words = words(text);
    Map<String, String> values =
        values(
            words.subList(1, words.size()),
            Set.of(SNAPSHOT, DRIVER, STORAGE, FILE),
            () -> bad("diskspec", text));
    String storage = values.getOrDefault(STORAGE, FILE);
    if (!storage.equals(FILE) && !storage.equals("block")) {
      throw new CommandException("Unknown storage type: '" + storage + "'");
    }
    List<XmlNode.Element> parts = new ArrayList<>();
    addPart(parts, "driver", "type", values.get(DRIVER));
    addPart(parts, "source", storage.equals(FILE) ? "file" : "dev", values.get(FILE));
    List<XmlNode.Attribute> type =
        values.containsKey(STORAGE) ? List.of(new XmlNode.Attribute("type", storage)) : List.of();
    return new SnapshotDisk(words.get(0), values.get(SNAPSHOT), new Extras(type, parts));
  }

  private static void addPart(
      List<XmlNode.Element> parts, String element, String attribute, @Nullable String value) {
    if (value != null) {
      parts.add(
          new XmlNode.Element(
              element, "", List.of(new XmlNode.Attribute(attribute, value)), List.of()));
    }
  }

  private static CommandException bad(String option, String text) {
    return new CommandException("unable to parse " + option + ": " + text);
  }

  /** Words between commas; two commas are one that is meant. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ',') {
        word.append(c);
      } else if (i + 1 < text.length() && text.charAt(i + 1) == ',') {
        word.append(c);
        i++;
      } else {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    words.add(word.toString());
    return words;
  }

  private static Map<String, String> values(
      List<String> words, Set<String> keys, Supplier<CommandException> bad) {
    Map<String, String> values = new HashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      String key = equals < 0 ? "" : word.substring(0, equals);
      if (!keys.contains(key) || values.put(key, word.substring(equals + 1)) != null) {
        throw bad.get();
      }
    }
    return values;
  }
}
