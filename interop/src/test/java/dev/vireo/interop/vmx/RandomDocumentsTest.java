package dev.vireo.interop.vmx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.interop.process.ForeignProgram;
import dev.vireo.interop.process.Needs;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is drawn by chance is fit to compare converters with: C libvirt converts most of it. */
@Needs(ForeignProgram.VIRSH)
class RandomDocumentsTest {
  private static final long SEED = 20_261_125;
  private static final int COUNT = 500;

  @TempDir Path folder;

  RandomDocumentsTest() {}

  @Test
  void sameSeedGivesTheSameDocument() {
    assertThat(RandomVmx.file(SEED)).isEqualTo(RandomVmx.file(SEED));
    assertThat(RandomDomain.document(SEED)).isEqualTo(RandomDomain.document(SEED));
    assertThat(RandomVmx.file(SEED)).isNotEqualTo(RandomVmx.file(SEED + 1));
  }

  @Test
  void libvirtConvertsMostVmxFilesButNotAll() {
    try (LibvirtConverter libvirt = LibvirtConverter.open(Site.ESX80, folder)) {
      assertMostButNotAll(Direction.VMX_TO_XML, libvirt.vmxToXml(draw(RandomVmx::file)));
    }
  }

  @Test
  void libvirtConvertsMostDomainsButNotAll() {
    try (LibvirtConverter libvirt = LibvirtConverter.open(Site.ESX80, folder)) {
      assertMostButNotAll(Direction.XML_TO_VMX, libvirt.xmlToVmx(draw(RandomDomain::document)));
    }
  }

  private static List<byte[]> draw(LongFunction<byte[]> maker) {
    return LongStream.range(SEED, SEED + COUNT).mapToObj(maker).toList();
  }

  private static void assertMostButNotAll(Direction direction, List<Result> results) {
    List<String> documents =
        results.stream()
            .filter(Result.Document.class::isInstance)
            .map(result -> ((Result.Document) result).text())
            .toList();
    assertThat(documents)
        .as("seeds from %d: %s", SEED, messages(results))
        .hasSizeBetween(COUNT * 6 / 10, COUNT * 98 / 100);
    assertThat(documents)
        .allSatisfy(text -> assertThat(Comparison.normal(direction, text)).isNotBlank());
  }

  private static List<String> messages(List<Result> results) {
    return results.stream()
        .filter(Result.Refusal.class::isInstance)
        .map(result -> ((Result.Refusal) result).message())
        .distinct()
        .toList();
  }
}
