package dev.vireo.vmx.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.model.domain.DomainDefinition;
import dev.vireo.vmx.DomainToVmx;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.VmxTarget;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Domains that were read, written as new files, and read again. */
class RoundTripTest {

  private static final int FILES = 600;

  /** The domain that a file shows, as a new file; empty if a rule forbids to write it anew. */
  private static Optional<VmxDocument> rewritten(VmxDocument file) {
    int hardware = Integer.parseInt(String.valueOf(file.get("virtualHW.version")));
    VmxTarget target =
        VmxTarget.ofHardwareVersion(hardware).withInstanceUuid(file.get("vc.uuid") != null);
    try {
      DomainDefinition domain = Vmx.read(file).domain();
      return Optional.of(new DomainToVmx(target, Vmx.FILES).convert(domain).document());
    } catch (VmxException e) {
      return Optional.empty();
    }
  }

  static List<Long> seeds() {
    return LongStream.range(0, FILES)
        .boxed()
        .filter(seed -> rewritten(RandomFiles.of(seed)).isPresent())
        .toList();
  }

  @Test
  void enoughFilesCanBeWrittenAnew() {
    assertThat(seeds()).hasSizeGreaterThan(FILES / 20);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aDomainThatIsWrittenAnewIsTheSame(long seed) {
    VmxDocument file = RandomFiles.of(seed);
    VmxDocument again = rewritten(file).orElseThrow();

    assertThat(comparable(again)).isEqualTo(comparable(file));
  }

  /**
   * The domain of a file without what a new file says on its own: who chose a MAC address, and that
   * an empty drive of the host is one for images; without controllers, of which those that nothing
   * uses and nothing describes are not written; and without ports that are connected to nothing and
   * the console that stands for the first port.
   */
  private static String comparable(VmxDocument file) {
    return Vmx.xml(Vmx.read(file).domain())
        .replaceAll("(<mac address='[^']*')[^/]*/>", "$1/>")
        .replaceAll(
            "<disk type='block' device='(floppy|cdrom)'>(<driver [^>]*/>)?<target",
            "<disk type='file' device='$1'>$2<target")
        .replaceAll("<(serial|parallel) type='null'>.*?</\\1>|<console .*?</console>", "")
        .replaceAll("<controller [^>]*/>|<controller [^>]*[^/]>.*?</controller>", "");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aFileThatWasWrittenIsWrittenTheSameAgain(long seed) {
    VmxDocument once = rewritten(RandomFiles.of(seed)).orElseThrow();

    assertThat(rewritten(once).map(VmxDocument::text)).contains(once.text());
  }
}
