package dev.vireo.nest.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.nest.NestException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DomainCapabilitiesTest {

  @Test
  void onlyWhatIsSupportedCounts() {
    DomainCapabilities capabilities =
        DomainCapabilities.parse(
            """
            <domainCapabilities>
              <path>/usr/bin/qemu</path><domain>qemu</domain><machine>pc-q35-7.2</machine>
              <vcpu max='288'/>
              <os supported='yes'><enum name='firmware'/><loader supported='yes'>
                <enum name='type'><value>efi</value></enum></loader></os>
              <cpu><mode name='host-passthrough' supported='no'/>
                <mode name='maximum' supported='yes'/></cpu>
              <devices><disk supported='yes'>
                <enum name='diskDevice'><value>cdrom</value></enum>
                <enum name='bus'><value>sata</value></enum></disk></devices>
            </domainCapabilities>
            """);

    assertThat(capabilities)
        .isEqualTo(
            new DomainCapabilities(
                "/usr/bin/qemu",
                "qemu",
                "pc-q35-7.2",
                288,
                Set.of("maximum"),
                false,
                Set.of("sata"),
                Set.of()));
  }

  @Test
  void theMakerOfAnotherProcessorIsNotGuessed() {
    HostCapabilities host =
        HostCapabilities.parse(
            "<capabilities><host><cpu><vendor>Hygon</vendor></cpu></host></capabilities>");

    assertThat(host.cpuVendor()).isEqualTo(Optional.empty());
    assertThat(host.domainTypes()).isEmpty();
  }

  @Test
  void whatIsNoXmlIsRefusedAndNothingIsPrinted() {
    PrintStream stderr = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      assertThatThrownBy(() -> DomainCapabilities.parse("<domainCapabilities>"))
          .isInstanceOf(NestException.class);
      assertThatThrownBy(() -> DomainCapabilities.parse("<!DOCTYPE a []><a/>"))
          .isInstanceOf(NestException.class);
    } finally {
      System.setErr(stderr);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }
}
