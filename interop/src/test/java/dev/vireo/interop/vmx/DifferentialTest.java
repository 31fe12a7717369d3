package dev.vireo.interop.vmx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.interop.process.ForeignProgram;
import dev.vireo.interop.process.Needs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The Java converters against C libvirt 9.0: they agree, or the difference is listed and explained
 * in docs/vmx.md.
 */
@Needs(ForeignProgram.VIRSH)
class DifferentialTest {
  /** How many documents are drawn for each direction. */
  private static final int COUNT = Integer.getInteger("vireo.differential.count", 2500);

  /** Seed of the first document that is drawn; the others have the next numbers. */
  private static final long SEED = Long.getLong("vireo.differential.seed", 1);

  private static final int BATCH = 500;
  private static final int NEWEST_HARDWARE = 21;

  /** What libvirt's driver for Player does not know: disks at wide SCSI, slashes in names. */
  private static final Pattern NOT_FOR_PLAYER =
      Pattern.compile(
          "scsi([1-3]:|0:(8|9|1\\d|6\\d))|display-name-slash|cdrom-lost-datastore",
          Pattern.CASE_INSENSITIVE);

  @TempDir Path folder;

  DifferentialTest() {}

  /** All of the corpus in all ways; whatever is listed must be found there. */
  @Test
  void agreesAboutTheCorpusButForWhatIsListed(TestReporter reporter) throws Exception {
    Comparison comparison = new Comparison(ListedDifferences.all());
    List<String> disagreements = new ArrayList<>();
    for (Site site : List.of(Site.ESX80, Site.ESX41, Site.ESX35, Site.GSX20)) {
      try (LibvirtConverter libvirt = LibvirtConverter.open(site, newFolder(site.name()))) {
        Differential differential = new Differential(libvirt, new VireoConverter(site), comparison);
        for (Direction direction : Direction.values()) {
          List<Corpus.Entry> entries =
              Corpus.of(direction).stream().map(entry -> entry.at(site)).toList();
          disagreements.addAll(differential.compare(direction, entries));
        }
        if (site == Site.ESX80) {
          disagreements.addAll(onNewestHardware(libvirt, comparison));
        }
      }
    }
    disagreements.addAll(onPlayer(comparison));

    reporter.publishEntry("corpus", comparison.summary());
    assertThat(disagreements).isEmpty();
    assertThat(comparison.notMet()).isEmpty();
  }

  /** Domains with devices that libvirt writes for no hardware, and ours for newer hardware only. */
  private static List<String> onNewestHardware(LibvirtConverter libvirt, Comparison comparison) {
    VireoConverter older = new VireoConverter(Site.ESX80);
    List<Corpus.Entry> entries =
        Corpus.xml().stream()
            .filter(entry ->
                older.xmlToVmx(List.of(entry.bytes())).get(0) instanceof Result.Refusal refusal
                    && refusal.message().contains(" or newer for "))
            .toList();
    assertThat(entries).hasSizeGreaterThan(4);
    Converter newer =
        new AlteredConverter(
            libvirt,
            vmx ->
                vmx.replaceFirst(
                    "virtualHW.version = \"8\"",
                    "virtualHW.version = \"" + NEWEST_HARDWARE + "\""));
    VireoConverter ours = new VireoConverter(Site.ESX80, NEWEST_HARDWARE);
    return new Differential(newer, ours, comparison).compare(Direction.XML_TO_VMX, entries);
  }

  private List<String> onPlayer(Comparison comparison) throws Exception {
    try (LibvirtConverter libvirt =
        LibvirtConverter.open(Site.PLAYER, newFolder(Site.PLAYER.name()))) {
      Converter withoutBoot =
          new AlteredConverter(libvirt, xml -> xml.replaceFirst(" *<boot dev='hd'/>\\n", ""));
      VireoConverter ours = new VireoConverter(Site.PLAYER);
      List<Corpus.Entry> entries =
          Corpus.vmx().stream()
              .filter(entry -> !NOT_FOR_PLAYER.matcher(entry.name() + entry.text()).find())
              .toList();
      return new Differential(withoutBoot, ours, comparison).compare(Direction.VMX_TO_XML, entries);
    }
  }

  private Path newFolder(String name) throws Exception {
    return Files.createDirectories(folder.resolve(name));
  }

  @ParameterizedTest
  @EnumSource
  void agreesAboutDrawnDocumentsButForWhatIsListed(Direction direction, TestReporter reporter) {
    Comparison comparison = new Comparison(ListedDifferences.all());
    List<String> disagreements = new ArrayList<>();
    try (LibvirtConverter libvirt = LibvirtConverter.open(Site.ESX80, folder)) {
      Differential differential =
          new Differential(libvirt, new VireoConverter(Site.ESX80), comparison);
      for (int done = 0; done < COUNT; done += BATCH) {
        int count = Math.min(BATCH, COUNT - done);
        disagreements.addAll(differential.random(direction, SEED + done, count));
      }
    }

    reporter.publishEntry("drawn from seed " + SEED, comparison.summary());
    assertThat(disagreements).as("%d documents from seed %d", COUNT, SEED).isEmpty();
  }
}
