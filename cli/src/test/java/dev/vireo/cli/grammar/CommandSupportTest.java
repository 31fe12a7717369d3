package dev.vireo.cli.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.cli.verb.CommandTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The documentation says of each command of virsh whether Vireo has it. */
class CommandSupportTest {

  private static final Map<String, String> STATES = new LinkedHashMap<>();
  private static String text = "";

  @BeforeAll
  static void read() throws IOException {
    text = Files.readString(Path.of("..", "docs", "support.md"));
    text.substring(
            text.indexOf("<!-- every command: begin -->"),
            text.indexOf("<!-- every command: end -->"))
        .lines()
        .filter(line -> line.matches("\\| [a-z][a-z0-9-]* \\| (yes|not yet|never) \\|.*"))
        .map(line -> line.split("\\|", -1))
        .forEach(cells -> {
          assertThat(STATES.put(cells[1].strip(), cells[2].strip())).as(cells[1]).isNull();
          if (cells[2].strip().equals("never")) {
            assertThat(cells[3].strip()).as(cells[1]).isNotEmpty();
          }
        });
  }

  @Test
  void everyCommandOfVirshHasARow() {
    assertThat(STATES.keySet()).containsExactlyInAnyOrderElementsOf(VirshWords.read().commands());
  }

  @Test
  void whatIsThereIsInTheTableOfCommands() {
    Set<String> ours =
        CommandTable.specs().stream()
            .map(CommandSpec::name)
            .collect(Collectors.toCollection(TreeSet::new));
    ours.retainAll(STATES.keySet());

    assertThat(STATES.keySet())
        .filteredOn(name -> "yes".equals(STATES.get(name)))
        .containsExactlyInAnyOrderElementsOf(ours);
  }

  @Test
  void theSumsAreRight() {
    Map<String, Long> sums =
        STATES.values().stream()
            .collect(Collectors.groupingBy(state -> state, Collectors.counting()));

    assertThat(text.replaceAll("\\s+", " "))
        .contains(
            "%d are there, %d are not yet, %d will never be. Vireo's own"
                .formatted(sums.get("yes"), sums.get("not yet"), sums.get("never")));
  }
}
