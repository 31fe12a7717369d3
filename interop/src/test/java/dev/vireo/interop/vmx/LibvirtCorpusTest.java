package dev.vireo.interop.vmx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.interop.process.ForeignProgram;
import dev.vireo.interop.process.Needs;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The judge judged: the corpus does to C libvirt 9.0 what the names of its documents say. */
@Needs(ForeignProgram.VIRSH)
class LibvirtCorpusTest {
  private static final Map<Direction, Map<String, Result>> RESULTS = new EnumMap<>(Direction.class);

  @TempDir static Path folder;

  LibvirtCorpusTest() {}

  @BeforeAll
  static void convertOverEsx() {
    for (Direction direction : Direction.values()) {
      RESULTS.put(direction, LibvirtOfCorpus.at(Site.ESX80, direction, folder));
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesExactlyWhatIsNamedAnError(Direction direction) {
    assertThat(refusals(results(direction))).isEqualTo(named(direction));
  }

  @ParameterizedTest
  @EnumSource
  void resultsHaveANormalForm(Direction direction) {
    List<String> documents =
        results(direction).values().stream()
            .filter(Result.Document.class::isInstance)
            .map(result -> ((Result.Document) result).text())
            .toList();

    assertThat(documents).hasSizeGreaterThan(200);
    assertThat(documents)
        .allSatisfy(text -> assertThat(Comparison.normal(direction, text)).isNotBlank());
  }

  @ParameterizedTest
  @EnumSource
  void everyRefusalIsMet(Direction direction) {
    List<String> messages =
        results(direction).values().stream()
            .filter(Result.Refusal.class::isInstance)
            .map(result -> ((Result.Refusal) result).message())
            .toList();

    assertThat(RefusalRows.of(direction))
        .allSatisfy(row -> assertThat(messages).anyMatch(message -> row.matcher(message).find()));
  }

  @Test
  void everyKeyThatLibvirtWritesIsWritten() {
    Set<String> written =
        results(Direction.XML_TO_VMX).values().stream()
            .filter(Result.Document.class::isInstance)
            .flatMap(result -> VmxLines.of(((Result.Document) result).text()).entries().stream())
            .map(entry -> VmxKeys.pattern(entry.key()))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(written).isEqualTo(new TreeSet<>(VmxKeys.WRITTEN));
  }

  @Test
  void everyListedDifferenceHasAWitness() {
    assertThat(ListedDifferences.all())
        .allSatisfy(difference -> {
          Result libvirt = results(difference.direction()).get(difference.witness());
          String input =
              Corpus.of(difference.direction()).stream()
                  .filter(entry -> entry.name().equals(difference.witness()))
                  .findFirst()
                  .orElseThrow()
                  .text();
          assertThat(isWitness(difference, input, libvirt)).as("%s", difference).isTrue();
        });
  }

  private static boolean isWitness(
      ListedDifference difference, String input, @Nullable Result libvirt) {
    return switch (difference.kind()) {
      case ListedDifference.Accepts accepts -> refusedWith(accepts.message(), libvirt);
      case ListedDifference.Explains explains -> refusedWith(explains.message(), libvirt);
      case ListedDifference.Refuses refuses ->
          libvirt instanceof Result.Document && refuses.input().test(input);
      case ListedDifference.Warns warns ->
          libvirt instanceof Result.Document && warns.input().test(input);
      case ListedDifference.Rewrites rewrites ->
          libvirt instanceof Result.Document document
              && rewrites.input().test(input)
              && changes(difference, input, rewrites.toOurs(), document);
      case ListedDifference.LeavesOut part ->
          libvirt instanceof Result.Document && part.input().test(input);
    };
  }

  private static boolean refusedWith(Pattern message, @Nullable Result libvirt) {
    return libvirt instanceof Result.Refusal refusal && message.matcher(refusal.message()).find();
  }

  private static boolean changes(
      ListedDifference difference,
      String input,
      BinaryOperator<String> toOurs,
      Result.Document libvirt) {
    String normal = Comparison.normal(difference.direction(), libvirt.text());
    return !toOurs.apply(input, normal).equals(normal);
  }

  @Test
  void playerKeepsFileNamesAndRefusesSlashesInNames() {
    Map<String, Result> player = LibvirtOfCorpus.at(Site.PLAYER, Direction.VMX_TO_XML, folder);

    Set<String> refused = refusals(player);
    refused.removeAll(named(Direction.VMX_TO_XML));
    assertThat(refused).containsExactly("display-name-slash");

    Set<String> converted = named(Direction.VMX_TO_XML);
    converted.removeAll(refusals(player));
    assertThat(converted)
        .containsExactlyInAnyOrder(
            "error-disk-lost-datastore",
            "error-disk-parent-folder-name",
            "error-disk-relative-name-in-folder",
            "error-disk-windows-name",
            "error-whole-gsx-2.0-windows");
  }

  @ParameterizedTest
  @EnumSource(names = {"ESX41", "ESX35", "GSX20"})
  void otherHostsWriteTheirHardwareVersion(Site site) {
    List<Corpus.Entry> documents =
        Corpus.xml().stream()
            .filter(entry -> !entry.refusedByLibvirt())
            .map(entry -> entry.at(site))
            .toList();
    Map<String, Result> results = LibvirtOfCorpus.of(documents, site, Direction.XML_TO_VMX, folder);

    Set<String> tooManyCards = Set.of("nics-five", "nics-ten");
    assertThat(refusals(results)).isEqualTo(site == Site.ESX35 ? tooManyCards : Set.of());
    String version = "virtualHW.version = \"" + site.hardwareVersion() + "\"";
    assertThat(results.values())
        .filteredOn(Result.Document.class::isInstance)
        .allSatisfy(result -> assertThat(((Result.Document) result).text()).contains(version));
  }

  private static Map<String, Result> results(Direction direction) {
    return RESULTS.getOrDefault(direction, Map.of());
  }

  private static Set<String> named(Direction direction) {
    return Corpus.of(direction).stream()
        .filter(Corpus.Entry::refusedByLibvirt)
        .map(Corpus.Entry::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> refusals(Map<String, Result> results) {
    return results.entrySet().stream()
        .filter(entry -> entry.getValue() instanceof Result.Refusal)
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
