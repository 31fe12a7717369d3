package dev.vireo.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.model.Capabilities.Guest;
import dev.vireo.model.Capabilities.Host;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The expected texts are what virsh 9.0.0 printed for a host with the same facts. */
class CapabilitiesTest {

  @Test
  void aHostOfSixtyFourBitsRunsGuestsOfBothWidths() {
    Capabilities capabilities =
        new Capabilities(
            new Host(
                UUID.fromString("44454c4c-3700-1030-8053-b7c04f4b4a31"),
                Arch.X86_64,
                true,
                List.of("vpxmigr")),
            List.of(
                new Guest("hvm", Arch.I686, List.of("vmware")),
                new Guest("hvm", Arch.X86_64, List.of("vmware"))));

    assertThat(capabilities.toXml())
        .isEqualTo(
            """
            <capabilities>

              <host>
                <uuid>44454c4c-3700-1030-8053-b7c04f4b4a31</uuid>
                <cpu>
                  <arch>x86_64</arch>
                </cpu>
                <power_management/>
                <iommu support='no'/>
                <migration_features>
                  <live/>
                  <uri_transports>
                    <uri_transport>vpxmigr</uri_transport>
                  </uri_transports>
                </migration_features>
              </host>

              <guest>
                <os_type>hvm</os_type>
                <arch name='i686'>
                  <wordsize>32</wordsize>
                  <domain type='vmware'/>
                </arch>
              </guest>

              <guest>
                <os_type>hvm</os_type>
                <arch name='x86_64'>
                  <wordsize>64</wordsize>
                  <domain type='vmware'/>
                </arch>
              </guest>

            </capabilities>
            """);
  }

  @Test
  void aHostWithoutUuidHasNoUuidElement() {
    Capabilities capabilities =
        new Capabilities(
            new Host(null, Arch.I686, true, List.of("vpxmigr")),
            List.of(new Guest("hvm", Arch.I686, List.of("vmware"))));

    assertThat(capabilities.toXml())
        .startsWith(
            """
            <capabilities>

              <host>
                <cpu>
                  <arch>i686</arch>
                </cpu>
            """)
        .endsWith("    </arch>\n  </guest>\n\n</capabilities>\n");
  }

  @Test
  void textThatLooksLikeMarkupIsEscaped() {
    Host host = new Host(null, Arch.X86_64, false, List.of("<a b='c' d=\"e\">&"));

    assertThat(new Capabilities(host, List.of()).toXml())
        .contains("<uri_transport>&lt;a b=&apos;c&apos; d=&quot;e&quot;&gt;&amp;</uri_transport>");
  }
}
