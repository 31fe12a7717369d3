package dev.vireo.nest.install;

import dev.vireo.nest.NestException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code BOOT.CFG} of ESXi's installer, which its boot loader reads ("About the boot.cfg
 * File" in VMware's documents). Only the line {@code kernelopt=} can be changed; every other byte
 * stays as it is, and so do its line ends.
 */
public final class BootConfig {

  private static final String KERNEL_OPTIONS = "kernelopt=";

  private static final String BLANKS = " \t\n\u000B\f\r";

  /** The largest file that is read, in bytes: 256 KiB, where those of installers take five. */
  static final int MAX_BYTES = 256 << 10;

  // Each with its line end, if it has one. One character for each byte.
  private final List<String> lines;
  private final int optionsAt;

  private BootConfig(List<String> lines, int optionsAt) {
    this.lines = List.copyOf(lines);
    this.optionsAt = optionsAt;
  }

  /**
   * Reads the file.
   *
   * @param where where it is from, as messages say it
   * @param content its bytes
   * @throws NestException if it has not exactly one line {@code kernelopt=}
   */
  public static BootConfig parse(String where, byte[] content) {
    if (content.length > MAX_BYTES) {
      throw new NestException("%s is too large to be a file of a boot loader".formatted(where));
    }
    List<String> lines = lines(new String(content, StandardCharsets.ISO_8859_1));
    int found = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(KERNEL_OPTIONS)) {
        if (found >= 0) {
          throw new NestException(
              "%s has two lines %s: it is not the file of an ESXi installer"
                  .formatted(where, KERNEL_OPTIONS));
        }
        found = i;
      }
    }
    if (found < 0) {
      throw new NestException(
          "%s has no line %s: it is not the file of an ESXi installer"
              .formatted(where, KERNEL_OPTIONS));
    }
    return new BootConfig(lines, found);
  }

  /** What the boot loader shows, such as {@code Loading ESXi installer}; empty when not there. */
  public Optional<String> title() {
    return value("title=");
  }

  /** The build, such as {@code 8.0.3-0.0.24022510}; empty when not there, as in old versions. */
  public Optional<String> build() {
    return value("build=").filter(text -> !text.isEmpty());
  }

  /** What the line {@code kernelopt=} says, without blanks around it. */
  public String kernelOptions() {
    return afterEquals(lines.get(optionsAt));
  }

  /**
   * This file with more boot options. An option of the same name gets the new value where it
   * stands, others are added at the end, and the rest of the line stays.
   *
   * @param options the options
   */
  public BootConfig with(List<KernelOption> options) {
    if (options.isEmpty()) {
      return this;
    }
    String line = lines.get(optionsAt);
    String end = lineEnd(line);
    String text = withoutBlanksBehind(line.substring(0, line.length() - end.length()));
    for (KernelOption option : options) {
      text = with(text, option);
    }
    List<String> changed = new ArrayList<>(lines);
    changed.set(optionsAt, withoutBlanksBehind(text) + end);
    return new BootConfig(changed, optionsAt);
  }

  /** The file's bytes. */
  public byte[] bytes() {
    return String.join("", lines).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String with(String line, KernelOption option) {
    List<String> words =
        Stream.of(line.substring(KERNEL_OPTIONS.length()).split("(?<=\\s)(?=\\S)")).toList();
    StringBuilder changed = new StringBuilder(KERNEL_OPTIONS);
    boolean found = false;
    for (String word : words) {
      String bare = withoutBlanks(word);
      boolean same = bare.equals(option.name()) || bare.startsWith(option.name() + "=");
      if (same && found) {
        continue;
      }
      changed.append(same ? word.replace(bare, option.text()) : word);
      found |= same;
    }
    if (!found) {
      changed.append(line.equals(KERNEL_OPTIONS) ? "" : " ").append(option.text());
    }
    return changed.toString();
  }

  private Optional<String> value(String key) {
    return lines.stream()
        .filter(line -> line.startsWith(key))
        .findFirst()
        .map(BootConfig::afterEquals);
  }

  private static String afterEquals(String line) {
    return withoutBlanks(line.substring(line.indexOf('=') + 1));
  }

  private static String withoutBlanks(String text) {
    int start = 0;
    while (start < text.length() && isBlank(text.charAt(start))) {
      start++;
    }
    return withoutBlanksBehind(text.substring(start));
  }

  private static String withoutBlanksBehind(String text) {
    int end = text.length();
    while (end > 0 && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  // What separates words: String.strip() takes more characters for blanks than a regular
  // expression.
  private static boolean isBlank(char c) {
    return BLANKS.indexOf(c) >= 0;
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      int next = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(start, next));
      start = next;
    }
    return lines;
  }

  private static String lineEnd(String line) {
    if (line.endsWith("\r\n")) {
      return "\r\n";
    }
    return line.endsWith("\n") ? "\n" : "";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BootConfig config && config.lines.equals(lines);
  }

  @Override
  public int hashCode() {
    return lines.hashCode();
  }
}
