package dev.vireo.cli.nest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.model.domain.DataSize;
import dev.vireo.nest.version.EsxiVersion;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What help says about the versions is what the table of the versions says. */
class VersionWordsTest {

  @Test
  void helpKnowsEachVersion() {
    assertThat(HardwareOptions.ESXI_VERSIONS.words())
        .isEqualTo(Arrays.stream(EsxiVersion.values()).map(EsxiVersion::text).toList());
  }

  @Test
  void helpKnowsTheDefaultsOfEachVersion() {
    String rows =
        Arrays.stream(EsxiVersion.values())
            .map(VersionWordsTest::row)
            .collect(Collectors.joining());

    assertThat(NestCreateVerb.DEFAULTS)
        .isEqualTo("ESXi  machine  firmware  nic      bus   memory  vcpus  disk    KVM\n" + rows);
  }

  private static String row(EsxiVersion esxi) {
    return "%-4s  %-7s  %-8s  %-7s  %-4s  %-6s  %-5d  %-6s  %s\n"
        .formatted(
            esxi.text(),
            esxi.machine().preferred(),
            esxi.firmware().preferred(),
            esxi.nic().preferred(),
            esxi.diskBus().preferred(),
            gib(esxi.memory().usual()),
            esxi.vcpus().usual(),
            gib(esxi.disk().usual()),
            esxi.hideKvm() ? "hidden" : "shown");
  }

  private static String gib(DataSize size) {
    return size.mib() / 1024 + " GiB";
  }
}
