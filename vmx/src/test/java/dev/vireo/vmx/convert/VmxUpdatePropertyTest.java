package dev.vireo.vmx.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.model.domain.DeviceAddress;
import dev.vireo.model.domain.Disk;
import dev.vireo.model.domain.DomainDefinition;
import dev.vireo.model.domain.DomainXml;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.VmxUpdate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every file, shown for random ones. */
class VmxUpdatePropertyTest {

  private static final int FILES = 400;
  private static final VmxUpdate UPDATE = new VmxUpdate(Vmx.OPTIONS);

  static LongStream seeds() {
    return LongStream.range(0, FILES);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void withoutAnEditEveryByteStays(long seed) {
    VmxDocument file = RandomFiles.of(seed);
    DomainDefinition domain = Vmx.read(file).domain();

    assertThat(UPDATE.apply(file, domain).document().text()).isEqualTo(file.text());
    DomainDefinition printed = DomainXml.parse(DomainXml.format(domain));
    assertThat(UPDATE.apply(file, printed).document().text()).isEqualTo(file.text());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anEditOfTheDescriptionTouchesItsKeyAlone(long seed) {
    VmxDocument file = RandomFiles.of(seed);
    String xml = DomainXml.format(Vmx.read(file).domain());
    String edited =
        xml.contains("<description>")
            ? xml.replaceFirst(
                "(?s)<description>.*</description>", "<description>new</description>")
            : xml.replaceFirst("<memory", "<description>new</description><memory");

    VmxDocument updated = UPDATE.apply(file, DomainXml.parse(edited)).document();

    assertThat(Vmx.read(updated).domain().description()).isEqualTo("new");
    assertThat(others(updated, "annotation")).isEqualTo(others(file, "annotation"));
  }

  static List<Long> seedsWithDisks() {
    return seeds().boxed().filter(seed -> !disks(RandomFiles.of(seed)).isEmpty()).toList();
  }

  private static List<Disk> disks(VmxDocument file) {
    return Vmx.read(file).domain().devices().disks().stream()
        .filter(disk -> !disk.device().equals("floppy"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("seedsWithDisks")
  void aRemovedDiskTakesItsKeysAlone(long seed) {
    VmxDocument file = RandomFiles.of(seed);
    DomainDefinition domain = Vmx.read(file).domain();
    List<Disk> disks = disks(file);
    Disk disk = disks.get((int) (seed % disks.size()));
    String prefix = prefix(disk);

    VmxDocument updated = UPDATE.apply(file, Edits.without(domain, disk)).document();

    assertThat(others(updated, "")).noneMatch(key -> key.startsWith(prefix));
    assertThat(others(updated, prefix)).isEqualTo(others(file, prefix));
    assertThat(Vmx.read(updated).domain().devices().disks())
        .isEqualTo(Edits.without(domain, disk).devices().disks());
  }

  private static String prefix(Disk disk) {
    DeviceAddress.Drive drive = (DeviceAddress.Drive) Objects.requireNonNull(disk.info().address());
    String bus = String.valueOf(disk.target().bus());
    int controller = bus.equals("ide") ? drive.bus() : drive.controller();
    return bus + controller + ":" + drive.unit() + ".";
  }

  /** The entries that are not of a key, or that do not start with a prefix that ends with a dot. */
  private static List<String> others(VmxDocument file, String key) {
    return file.entries().stream()
        .filter(entry -> key.isEmpty() || !belongs(entry, key))
        .map(entry -> entry.key().toLowerCase(Locale.ROOT) + "=" + entry.value())
        .toList();
  }

  private static boolean belongs(VmxEntry entry, String key) {
    String folded = entry.key().toLowerCase(Locale.ROOT);
    return key.endsWith(".") ? folded.startsWith(key) : folded.equals(key);
  }
}
