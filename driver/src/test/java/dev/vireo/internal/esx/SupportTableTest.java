package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The documentation says of each function of libvirt whether Vireo has it. What it has is what an
 * operation of {@link HostOperation} calls, which {@link RegistryTest} holds against the driver.
 */
class SupportTableTest {

  /** Functions of the client alone, or another form of one that an operation calls. */
  private static final Set<String> WITHOUT_OPERATION =
      Set.of(
          "virConnectOpen",
          "virConnectOpenReadOnly",
          "virConnectIsAlive",
          "virConnectNumOfDomains",
          "virConnectNumOfDefinedDomains",
          "virDomainCreateWithFlags",
          "virDomainDestroyFlags",
          "virDomainShutdownFlags",
          "virDomainUndefineFlags");

  private record Row(String function, String inC, String state, String api, String last) {

    static Row of(String line) {
      List<String> cells =
          Stream.of(line.substring(1, line.length() - 1).split("\\|", -1))
              .map(String::strip)
              .toList();
      return new Row(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4));
    }
  }

  private static String text = "";
  private static List<Row> rows = List.of();

  @BeforeAll
  static void read() throws IOException {
    text = Files.readString(Path.of("..", "docs", "support.md"));
    rows =
        text.substring(
                text.indexOf("<!-- every function: begin -->"),
                text.indexOf("<!-- every function: end -->"))
            .lines()
            .filter(line -> line.startsWith("| vir"))
            .map(Row::of)
            .toList();
  }

  @Test
  void everyFunctionHasOneRow() {
    assertThat(rows).hasSize(371).extracting(Row::function).doesNotHaveDuplicates();
    assertThat(rows).extracting(Row::inC).containsOnly("yes", "no");
    assertThat(rows).extracting(Row::state).containsOnly("yes", "not yet", "never");
  }

  @Test
  void whatIsThereIsWhatTheTestsCall() {
    Set<String> called = new TreeSet<>(WITHOUT_OPERATION);
    HostOperation.all().forEach(operation -> called.addAll(operation.functions()));
    Set<String> known = rows.stream().map(Row::function).collect(Collectors.toSet());
    // Such as virDomainGetID, which asks no driver.
    called.retainAll(known);

    assertThat(rows)
        .filteredOn(row -> row.state().equals("yes"))
        .extracting(Row::function)
        .containsExactlyInAnyOrderElementsOf(called);
  }

  @Test
  void whatIsThereIsShownByATestThatExists() throws IOException {
    Set<String> tests = new TreeSet<>();
    for (String module : List.of("driver", "interop")) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "test", "java"))) {
        files
            .map(file -> file.getFileName().toString())
            .filter(name -> name.endsWith("Test.java"))
            .forEach(name -> tests.add("`" + name.replace(".java", "") + "`"));
      }
    }

    assertThat(rows)
        .filteredOn(row -> row.state().equals("yes"))
        .extracting(Row::last)
        .allMatch(tests::contains);
  }

  @Test
  void whatWillNeverBeHasAReason() {
    assertThat(rows)
        .filteredOn(row -> row.state().equals("never"))
        .extracting(Row::last)
        .allMatch(reason -> reason.length() > 5);
  }

  @Test
  void theSumsAreRight() {
    Map<String, Long> sums =
        rows.stream().collect(Collectors.groupingBy(Row::state, Collectors.counting()));

    assertThat(text.replaceAll("\\s+", " "))
        .contains(
            "%d are there, %d are not yet, and %d will never be. `SupportTableTest`"
                .formatted(sums.get("yes"), sums.get("not yet"), sums.get("never")));
  }
}
