package dev.vireo.interop.vmx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.model.domain.DomainDefinition;
import dev.vireo.model.domain.DomainXml;
import dev.vireo.vmx.ReadOptions;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.VmxSyntaxException;
import dev.vireo.vmx.VmxToDomain;
import dev.vireo.vmx.VmxUpdate;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Edits of domains, brought back into the files of the corpus and into drawn ones. */
class UpdateCorpusTest {
  private static final int DRAWN = 500;
  private static final ReadOptions OPTIONS = ReadOptions.of(VireoConverter.fileNames(Site.ESX80));
  private static final VmxUpdate UPDATE = new VmxUpdate(OPTIONS);
  private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\n|\\r");

  UpdateCorpusTest() {}

  /**
   * A file and the domain that it shows.
   *
   * @param name what to call it in messages
   * @param document the file
   * @param domain the domain
   */
  private record Machine(String name, VmxDocument document, DomainDefinition domain) {
    String xml() {
      return DomainXml.format(domain);
    }
  }

  /** All files that describe a machine. */
  private static List<Machine> machines() {
    Stream<Corpus.Entry> drawn =
        LongStream.range(0, DRAWN)
            .mapToObj(seed -> new Corpus.Entry("seed " + seed, RandomVmx.file(seed)));
    List<Machine> machines = new ArrayList<>();
    Stream.concat(Corpus.vmx().stream(), drawn)
        .forEach(entry -> {
          Machine machine = machine(entry);
          if (machine != null) {
            machines.add(machine);
          }
        });
    return machines;
  }

  private static @Nullable Machine machine(Corpus.Entry entry) {
    try {
      VmxDocument document = VmxDocument.parse(entry.bytes());
      return new Machine(
          entry.name(), document, new VmxToDomain(OPTIONS).convert(document).domain());
    } catch (VmxException | VmxSyntaxException e) {
      return null; // what is no machine has no round trip
    }
  }

  @Test
  void withoutAnEditEveryByteStays() {
    List<Machine> machines = machines();

    assertThat(machines).hasSizeGreaterThan(950);
    assertThat(machines)
        .allSatisfy(machine -> {
          DomainDefinition printed = DomainXml.parse(machine.xml());
          assertThat(UPDATE.apply(machine.document(), machine.domain()).document().toBytes())
              .as(machine.name())
              .isEqualTo(machine.document().toBytes());
          assertThat(UPDATE.apply(machine.document(), printed).document().toBytes())
              .as(machine.name())
              .isEqualTo(machine.document().toBytes());
        });
  }

  @ParameterizedTest
  @EnumSource
  void anEditChangesOnlyTheLinesOfItsKeys(Edit edit) {
    int edited = 0;
    for (Machine machine : machines()) {
      String xml = machine.xml();
      String wanted = edit.edit(xml);
      if (wanted.equals(xml)) {
        continue;
      }
      edited++;
      VmxDocument updated = UPDATE.apply(machine.document(), DomainXml.parse(wanted)).document();
      Predicate<String> key = edit.keys();

      assertThat(others(updated, key))
          .as("%s of %s:%n%s", edit, machine.name(), updated.text())
          .isEqualTo(others(machine.document(), key));
      String after = DomainXml.format(new VmxToDomain(OPTIONS).convert(updated).domain());
      assertThat(edit.shownAs(after)).as(machine.name()).isEqualTo(edit.shownAs(wanted));
    }
    assertThat(edited).isGreaterThan(edit.least());
  }

  /** The lines that do not set a key, byte for byte; the entries where one has several lines. */
  private static List<String> others(VmxDocument document, Predicate<String> key) {
    if (document.text().contains("\"\"\"")) {
      return document.entries().stream()
          .filter(entry -> !key.test(entry.key()))
          .map(entry -> entry.key() + "=" + entry.value())
          .toList();
    }
    String text = new String(document.toBytes(), StandardCharsets.ISO_8859_1);
    return LINE_END
        .splitAsStream(text)
        .filter(line -> !line.isBlank() && !sets(line, key))
        .toList();
  }

  private static boolean sets(String line, Predicate<String> key) {
    for (String row : line.split(";", -1)) {
      int equals = row.indexOf('=');
      if (equals > 0 && key.test(row.substring(0, equals).strip())) {
        return true;
      }
    }
    return false;
  }
}
