package dev.vireo.interop.vmx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.interop.process.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/vmx.md explains exactly the differences that {@link DifferentialTest} lets pass. */
class DifferencesTableTest {
  private static final String SYNTAX = "syntax-";
  private static final Pattern NUMBERED = Pattern.compile("(?m)^\\| (\\d+) \\|");
  private static final Pattern NAMED = Pattern.compile("\\| ([a-z][a-z0-9]*(?:-[a-z]+)*) \\|.*");

  DifferencesTableTest() {}

  @Test
  void everyRowIsListedAndEveryListedDifferenceHasARow() throws IOException {
    Map<Direction, Set<String>> listed = new EnumMap<>(Direction.class);
    for (Direction direction : Direction.values()) {
      listed.put(
          direction,
          ListedDifferences.all().stream()
              .filter(difference -> difference.direction() == direction)
              .map(ListedDifference::id)
              .filter(id -> !id.startsWith(SYNTAX))
              .collect(Collectors.toCollection(TreeSet::new)));
    }

    assertThat(rows()).isEqualTo(listed);
  }

  @Test
  void differencesOfTheSyntaxAreThoseOfItsTable() throws IOException {
    Set<String> numbers =
        NUMBERED
            .matcher(document())
            .results()
            .map(row -> SYNTAX + row.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(numbers).hasSizeGreaterThan(5);
    assertThat(
            ListedDifferences.all().stream()
                .map(ListedDifference::id)
                .filter(id -> id.startsWith(SYNTAX)))
        .isSubsetOf(numbers);
  }

  private static Map<Direction, Set<String>> rows() throws IOException {
    Map<Direction, Set<String>> rows = new EnumMap<>(Direction.class);
    String document = document();
    Direction direction = Direction.VMX_TO_XML;
    for (String line :
        document.substring(document.indexOf("### Conversions that differ")).lines().toList()) {
      if (line.startsWith("| **writing** |")) {
        direction = Direction.XML_TO_VMX;
      }
      if (NAMED.matcher(line).matches() && !line.startsWith("| name |")) {
        String name = line.substring(2, line.indexOf(" |"));
        assertThat(rows.computeIfAbsent(direction, key -> new TreeSet<>()).add(name))
            .as("one row for %s", name)
            .isTrue();
      }
    }
    return rows;
  }

  private static String document() throws IOException {
    return Files.readString(SourceTree.root().resolve("docs/vmx.md"));
  }
}
