package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.Connect;
import dev.vireo.Domain;
import dev.vireo.TaskOptions;
import dev.vireo.model.domain.DomainDefinition;
import dev.vireo.model.domain.DomainXml;
import dev.vireo.simulator.HostContents;
import dev.vireo.simulator.Preset;
import dev.vireo.simulator.Simulator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Any name that XML can carry is a name of a domain, from its definition to its end. */
@Timeout(120)
class OddNamesTest {

  private static final List<String> LETTERS =
      List.of(
          "a",
          "Z",
          "0",
          " ",
          "/",
          "\\",
          "%",
          "%2f",
          "%25",
          "%5C",
          "&",
          "&amp;",
          "<",
          ">",
          "\"",
          "'",
          "`",
          "[",
          "]",
          "[x] ",
          "|",
          "|22",
          "#",
          "=",
          ";",
          "*",
          "?",
          ":",
          "+",
          "-",
          ".",
          "_",
          "$",
          "~",
          "(",
          ")",
          "{",
          "}",
          "ä",
          "ß",
          "標準",
          "ж",
          "\uD83D\uDC26",
          "\u00A0");

  private static final List<String> KNOWN =
      List.of(
          "a/b",
          "50%",
          "100%25",
          "R&D",
          "<new>",
          "it's",
          "say \"hi\"",
          "[ds] x",
          "back\\slash",
          "a|b",
          "標準語",
          "two  blanks",
          "..",
          ".",
          "-c",
          "a*b",
          "a_b",
          "%2f",
          "con",
          "x.vmx",
          "a#b");

  private static final int NAMES = 40;

  @ParameterizedTest
  @EnumSource
  void liveAndDieOnEveryProduct(Preset preset) {
    try (ServedHost served = ServedHost.start(ServedHost.empty(preset).build());
        Connect connect = served.open()) {
      Random random = new Random(preset.name().hashCode());
      for (int i = 0; i < KNOWN.size() + NAMES; i++) {
        String name = i < KNOWN.size() ? KNOWN.get(i) : name(random);
        try {
          liveAndDie(connect, served.simulator(), name, name(random), preset);
        } catch (RuntimeException | AssertionError e) {
          throw new AssertionError("the name '" + name + "'", e);
        }
      }
    }
  }

  private static String name(Random random) {
    int length = 1 + random.nextInt(8);
    String name =
        random.ints(length, 0, LETTERS.size()).mapToObj(LETTERS::get).collect(Collectors.joining());
    return name.isBlank() || !name.equals(name.strip()) ? "x" + name + "x" : name;
  }

  private static void liveAndDie(
      Connect connect, Simulator host, String name, String other, Preset preset) {
    Map<String, Long> files = host.contents().files();
    Domain domain = connect.domainDefineXML(xml(name, other, preset));

    assertThat(domain.getName()).isEqualTo(name);
    Domain found = connect.domainLookupByName(name);
    assertThat(found.getUUID()).isEqualTo(domain.getUUID());
    assertThat(connect.domainLookupByUUID(domain.getUUID()).getName()).isEqualTo(name);
    String shown = found.getXMLDesc(Set.of());
    DomainDefinition described = DomainXml.parse(shown);
    assertThat(described.name()).isEqualTo(name);
    assertThat(described.description()).isEqualTo(other);
    assertThat(connect.define(shown, Set.of(), TaskOptions.DEFAULT).done().changes()).isEmpty();

    rename(connect, host, found, described, "renamed " + other);

    connect.domainLookupByName("renamed " + other).undefine();
    assertThat(host.contents().files()).containsAllEntriesOf(files);
  }

  private static void rename(
      Connect connect, Simulator host, Domain found, DomainDefinition described, String other) {
    HostContents before = host.contents();
    Domain renamed =
        connect.domainDefineXML(DomainXml.format(described.toBuilder().name(other).build()));
    assertThat(renamed.getName()).isEqualTo(other);
    assertThat(renamed.getUUID()).isEqualTo(found.getUUID());
    assertThat(DomainXml.parse(renamed.getXMLDesc(Set.of())).name()).isEqualTo(other);
    assertThat(host.contents().files().keySet()).isEqualTo(before.files().keySet());
    assertThat(host.contents().machines().keySet()).isEqualTo(before.machines().keySet());
  }

  private static String xml(String name, String description, Preset preset) {
    return """
    <domain type='vmware'><name>%s</name><description>%s</description><memory>65536</memory>
    <vcpu>1</vcpu><os><type arch='i686'>hvm</type></os><devices>
    <disk type='file' device='disk'><source file='[%s] odd/odd.vmdk'/>
    <target dev='sda' bus='scsi'/></disk><controller type='scsi' model='lsilogic'/></devices>
    </domain>
    """
        .formatted(
            escaped(name),
            escaped(description),
            preset == Preset.GSX20 ? "standard" : "datastore1");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
