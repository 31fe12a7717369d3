package dev.vireo.vmx.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Machines as VMware's products write them. They stand in UTF-8 in the resources, and are handed
 * out in the charset that they name.
 */
final class MachineFiles {
  private static final Pattern ENCODING = Pattern.compile("(?m)^\\.encoding = \"(.*)\"$");

  /** Said once more, in Java's names, and not asked of what is tested. */
  private static final Map<String, String> CHARSETS =
      Map.of(
          "UTF-8", "UTF-8",
          "GBK", "x-mswin-936",
          "Shift_JIS", "windows-31j",
          "Big5", "x-windows-950",
          "windows-949-2000", "x-windows-949",
          "windows-1250", "windows-1250",
          "windows-1252", "windows-1252",
          "ISO-8859-15", "ISO-8859-15");

  private MachineFiles() {}

  /**
   * A machine.
   *
   * @param name of its product and guest
   * @param text its file
   */
  record MachineFile(String name, String text) {
    byte[] bytes() {
      return bytes(text);
    }

    /** Another text as bytes, in the charset that this one names. */
    byte[] bytes(String other) {
      Matcher encoding = ENCODING.matcher(text);
      String name = encoding.find() ? CHARSETS.get(encoding.group(1)) : "windows-1252";
      byte[] bytes = other.getBytes(Charset.forName(Objects.requireNonNull(name)));
      return bytes;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<MachineFile> all() {
    try (Stream<Path> files =
        Files.list(
            Path.of(Objects.requireNonNull(MachineFiles.class.getResource("machines")).toURI()))) {
      return files.sorted().map(MachineFiles::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static MachineFile named(String name) {
    return all().stream().filter(file -> file.name().equals(name)).findFirst().orElseThrow();
  }

  private static MachineFile read(Path file) {
    try {
      String name = file.getFileName().toString().replace(".vmx", "");
      return new MachineFile(name, Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
