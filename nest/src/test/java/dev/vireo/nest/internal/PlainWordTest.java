package dev.vireo.nest.internal;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vireo.model.domain.DataSize;
import dev.vireo.nest.LabDisk;
import dev.vireo.nest.LabNetwork;
import dev.vireo.nest.NestException;
import dev.vireo.nest.NestedHostSpec;
import dev.vireo.nest.NestedHostSpecBuilder;
import dev.vireo.nest.version.EsxiVersion;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No name loses a character on its way into the XML: those that it cannot carry are refused. */
class PlainWordTest {
  private interface Use {
    Object with(String text);
  }

  private static final Map<String, Use> USES =
      Map.ofEntries(
          Map.entry("disk bus", text -> host().diskBus(text).build()),
          Map.entry("network interface", text -> host().nicModel(text).build()),
          Map.entry("machine type", text -> host().machine(text).build()),
          Map.entry("libvirt network", text -> new LabNetwork.LibvirtNetwork(text, null)),
          Map.entry("port group", text -> new LabNetwork.LibvirtNetwork("default", text)),
          Map.entry("bridge", LabNetwork.Bridge::new),
          Map.entry("name of a bridge", LabNetwork.OpenVSwitch::untagged),
          Map.entry("serial log", text -> host().serialLog(Path.of("/lab/" + text)).build()),
          Map.entry("installer ISO", text -> host().installerIso(Path.of("/lab/" + text)).build()),
          Map.entry("disk", text -> host().directory(Path.of("/lab/" + text)).build()),
          Map.entry(
              "path of the disk",
              text -> new LabDisk.NewImage(Path.of("/lab/" + text), DataSize.ofMib(1))));

  private static NestedHostSpecBuilder host() {
    return NestedHostSpec.builder("esxi-1", EsxiVersion.V8_0);
  }

  static Stream<String> uses() {
    return USES.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("uses")
  void aControlCharacterIsRefused(String what) {
    Use use = Objects.requireNonNull(USES.get(what));
    for (String text : new String[] {"a\u001bb", "a\nb", "a\u007f", "\u0085"}) {
      assertThatExceptionOfType(NestException.class)
          .isThrownBy(() -> use.with(text))
          .withMessageContaining(what)
          .withMessageContaining("control characters");
    }
  }
}
