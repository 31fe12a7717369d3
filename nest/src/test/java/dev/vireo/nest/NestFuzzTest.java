package dev.vireo.nest;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import dev.vireo.nest.internal.Distribution;
import dev.vireo.nest.internal.InstallerVersion;
import dev.vireo.nest.internal.Software;
import dev.vireo.nest.internal.check.LibvirtChecks;
import dev.vireo.nest.libvirt.DomainCapabilities;
import dev.vireo.nest.libvirt.HostCapabilities;
import dev.vireo.nest.probe.HostAddress;
import dev.vireo.nest.version.EsxiVersion;
import java.nio.charset.StandardCharsets;

/** What holds for whatever libvirt answers, and for what users type as a version or an address. */
class NestFuzzTest {

  @FuzzTest
  void documents(byte @NotNull [] bytes) {
    String document = new String(bytes, StandardCharsets.UTF_8);
    try {
      DomainCapabilities.parse(document);
    } catch (NestException e) {
      assertThat(e.getMessage()).isNotEmpty();
    }
    try {
      HostCapabilities.parse(document);
    } catch (NestException e) {
      assertThat(e.getMessage()).isNotEmpty();
    }
    try {
      NestMetadata.read(document)
          .ifPresent(mark -> assertThat(NestMetadata.read(written(mark))).hasValue(mark));
    } catch (NestException e) {
      assertThat(e.getMessage()).isNotEmpty();
    }
  }

  private static String written(NestMetadata mark) {
    StringBuilder disks = new StringBuilder();
    mark.madeDisks()
        .forEach(disk -> disks.append("<n:made-disk path='").append(escaped(disk)).append("'/>"));
    return "<domain><metadata><n:host xmlns:n='"
        + NestMetadata.NAMESPACE
        + "' esxi='"
        + mark.esxi().text()
        + "'>"
        + disks
        + "<n:serial-log path='"
        + escaped(mark.serialLog())
        + "'/></n:host></metadata></domain>";
  }

  private static String escaped(Object path) {
    StringBuilder text = new StringBuilder();
    path.toString().codePoints().forEach(point -> text.append("&#").append(point).append(';'));
    return text.toString();
  }

  @FuzzTest
  void words(byte @NotNull [] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    try {
      EsxiVersion version = EsxiVersion.parse(text);
      assertThat(EsxiVersion.parse(version.text())).isEqualTo(version);
    } catch (NestException e) {
      assertThat(e.getMessage()).hasSizeLessThan(300);
    }
    try {
      HostAddress address = HostAddress.parse(text);
      assertThat(HostAddress.parse(address.text())).isEqualTo(address);
    } catch (NestException e) {
      assertThat(e.getMessage()).isNotEmpty();
    }
    assertThat(LibvirtChecks.compare(text, text)).isZero();
    InstallerVersion.ofBuild(text)
        .ifPresent(version -> assertThat(version).matches("\\d{1,2}\\.\\d"));
    InstallerVersion.ofVolume(text)
        .ifPresent(version -> assertThat(version).matches("\\d{1,2}\\.\\d"));
    assertThat(Distribution.of(text).install(Software.QEMU)).isNotEmpty();
  }
}
