package dev.vireo.simulator.internal.datastore;

import dev.vireo.simulator.internal.files.DiskDescriptor;
import java.util.List;
import java.util.Locale;

/** What a search of a datastore calls an entry, by its name. */
enum FileKind {
  FOLDER("Folder", "/"),
  CONFIG("VmConfig", ".vmx", ".vmtx"),
  DISK("VmDisk", ".vmdk"),
  NVRAM("VmNvram", ".nvram"),
  LOG("VmLog", ".log"),
  SNAPSHOT("VmSnapshot", ".vmsn"),
  ISO_IMAGE("IsoImage", ".iso"),
  FLOPPY_IMAGE("FloppyImage", ".flp"),
  OTHER("", "");

  /** How the API calls information about, and queries for, files of no particular kind. */
  static final String ANY_INFO = "FileInfo";

  private static final String ANY_QUERY = "FileQuery";

  private final String prefix;

  @SuppressWarnings("ImmutableEnumChecker") // List.of makes lists that cannot be changed
  private final List<String> suffixes;

  FileKind(String prefix, String... suffixes) {
    this.prefix = prefix;
    this.suffixes = List.of(suffixes);
  }

  /**
   * The kind of an entry.
   *
   * @param name its name; that of a folder ends in a slash
   */
  static FileKind of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (FileKind kind : values()) {
      for (String suffix : kind.suffixes) {
        // The data of a disk has the suffix of a disk, but is none.
        if (lower.endsWith(suffix) && (kind != DISK || DiskDescriptor.isName(name))) {
          return kind;
        }
      }
    }
    return OTHER;
  }

  /** VI name of what is told of it. */
  String info() {
    return prefix + ANY_INFO;
  }

  /**
   * Whether a query looks for this kind.
   *
   * @param query VI name of the query; empty when it does not say
   */
  boolean isSoughtBy(String query) {
    return query.isEmpty() || query.equals(ANY_QUERY) || query.equals(prefix + ANY_QUERY);
  }
}
