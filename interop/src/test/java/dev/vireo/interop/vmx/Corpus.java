package dev.vireo.interop.vmx;

import dev.vireo.interop.process.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The VMX files and domain documents to convert, from the test resources. */
final class Corpus {
  private static final Path FOLDER = SourceTree.root().resolve("interop/src/test/resources/vmx");

  private Corpus() {}

  /**
   * A document.
   *
   * @param name name of its file without suffix; says what is special about it
   * @param bytes what is in it
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Entry(String name, byte[] bytes) {
    /** Whether libvirt 9.0 refuses it, over ESX. */
    boolean refusedByLibvirt() {
      return name.startsWith("error-");
    }

    /** Its text, for looking into; bytes that are no UTF-8 are replaced. */
    String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The same with the datastore of another site. */
    Entry at(Site site) {
      String from = "[" + Site.ESX80.datastore() + "]";
      String to = "[" + site.datastore() + "]";
      // Latin-1 keeps every byte, whatever the encoding.
      String changed = new String(bytes, StandardCharsets.ISO_8859_1).replace(from, to);
      return new Entry(name, changed.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** The VMX files, in order of their names. */
  static List<Entry> vmx() {
    return read("vmx", ".vmx");
  }

  /** The domain documents, in order of their names. */
  static List<Entry> xml() {
    return read("xml", ".xml");
  }

  /** All documents of a direction. */
  static List<Entry> of(Direction direction) {
    return direction == Direction.VMX_TO_XML ? vmx() : xml();
  }

  private static List<Entry> read(String folder, String suffix) {
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      return files.sorted().map(file -> entry(file, suffix)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Entry entry(Path file, String suffix) {
    String name = file.getFileName().toString();
    if (!name.endsWith(suffix)) {
      throw new IllegalStateException("not a " + suffix + " file: " + file);
    }
    try {
      return new Entry(
          name.substring(0, name.length() - suffix.length()), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
