package dev.vireo.cli.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the sources read of the environment is what help explains. */
class EnvironmentVariableTest {
  private static final Path ROOT = Path.of("..");

  /** Names of variables, as literals of Java. */
  private static final Pattern LITERAL =
      Pattern.compile(
          "\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|HOME|LANG|EDITOR|VISUAL|PAGER|MANPAGER|COLUMNS|TMPDIR)\"");

  /** Variables that the launcher reads: those of the shell are in lower case. */
  private static final Pattern SHELL = Pattern.compile("\\$\\{?([A-Z][A-Z0-9_]+)");

  private static final Set<String> OF_EVERY_PROGRAM = Set.of("PATH");

  /** Variables that are looked for in documents, and not in the environment. */
  private static final Set<String> IN_DOCUMENTS = Set.of("QEMU_MODULE_DIR");

  private static Set<String> documented() {
    return Stream.of(EnvironmentVariable.values()).map(Enum::name).collect(Collectors.toSet());
  }

  @Test
  void eachVariableOfTheSourcesIsExplained() throws IOException {
    Set<String> read = new TreeSet<>();
    try (Stream<Path> modules = Files.list(ROOT)) {
      for (Path module : modules.filter(EnvironmentVariableTest::isProgram).toList()) {
        read.addAll(readIn(module.resolve("src/main/java")));
      }
    }

    read.removeAll(IN_DOCUMENTS);

    assertThat(read).contains("VIREO_USER", "LIBVIRT_AUTH_FILE", "XDG_CACHE_HOME", "EDITOR");
    assertThat(documented()).containsAll(read);
  }

  @Test
  void eachVariableOfTheLauncherIsExplained() throws IOException {
    Set<String> read = new TreeSet<>();
    for (String file : new String[] {"launch.sh", "jdk.sh", "vireo"}) {
      find(SHELL, Files.readString(ROOT.resolve("tool").resolve(file)), read);
    }
    read.removeAll(OF_EVERY_PROGRAM);

    assertThat(read).contains("VIREO_JAVA_HOME", "VIREO_JAVA_OPTIONS");
    assertThat(documented()).containsAll(read);
  }

  private static boolean isProgram(Path module) {
    return Files.isDirectory(module.resolve("src/main/java"))
        && !Set.of("benchmarks", "interop", "junit").contains(module.getFileName().toString());
  }

  private static Set<String> readIn(Path sources) throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        String text = Files.readString(file);
        if (text.contains("environment") || text.contains("getenv")) {
          find(LITERAL, text, found);
        }
      }
    }
    return found;
  }

  private static void find(Pattern pattern, String text, Set<String> found) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
  }
}
