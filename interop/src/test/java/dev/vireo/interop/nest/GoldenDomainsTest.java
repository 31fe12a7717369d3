package dev.vireo.interop.nest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.interop.process.Command;
import dev.vireo.interop.process.ForeignProgram;
import dev.vireo.interop.process.Needs;
import dev.vireo.interop.process.SourceTree;
import dev.vireo.model.domain.Disk;
import dev.vireo.model.domain.DomainDefinition;
import dev.vireo.model.domain.DomainXml;
import dev.vireo.nest.libvirt.VirshHost;
import dev.vireo.nest.libvirt.VirtualizationHost.UndefineFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The golden domains of the nest module, judged by libvirt's schema, its daemon and QEMU's names.
 */
@Needs({
  ForeignProgram.LIBVIRTD,
  ForeignProgram.QEMU,
  ForeignProgram.VIRSH,
  ForeignProgram.XMLLINT,
  ForeignProgram.VIRT_XML_VALIDATE
})
class GoldenDomainsTest {

  @TempDir private static Path folder;

  private static PrivateLibvirt libvirt;

  @BeforeAll
  static void start() {
    libvirt = PrivateLibvirt.start(folder);
  }

  @AfterAll
  static void stop() {
    libvirt.close();
  }

  static List<Path> domains() throws IOException {
    Path nest = SourceTree.root().resolve("nest/src/test/resources/dev/vireo/nest");
    try (Stream<Path> golden = Files.list(nest.resolve("golden"));
        Stream<Path> modern = Files.list(nest.resolve("modernise"))) {
      return Stream.concat(golden, modern.filter(file -> file.toString().endsWith("-after.xml")))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("domains")
  void libvirtsSchemaTakesIt(Path file) {
    Command.of(ForeignProgram.VIRT_XML_VALIDATE).run(file.toString(), "domain").succeeded();
  }

  @ParameterizedTest
  @MethodSource("domains")
  void libvirtsDaemonDefinesItAndItsMarkStays(Path file) throws IOException {
    VirshHost host = libvirt.host();
    String xml = Files.readString(file);
    String name = Objects.requireNonNull(DomainXml.parse(xml).name());

    host.define(xml);
    try {
      assertThat(libvirt.hosts().list())
          .extracting(nested -> nested.name())
          .isEqualTo(xml.contains("nest:host") ? List.of(name) : List.of());
    } finally {
      host.undefine(name, EnumSet.of(UndefineFlag.NVRAM));
    }
  }

  @ParameterizedTest
  @MethodSource("domains")
  void qemuGetsWhatTheDomainMeans(Path file) throws IOException {
    String xml = Files.readString(file);
    DomainDefinition domain = DomainXml.parse(xml);
    // JSON and -device NAME,... differ between versions of libvirt; the quotes go.
    String argv = libvirt.host().qemuArgv(xml).replace("\"", "");

    boolean vmport = xml.contains("<vmport state='on'/>");
    assertThat(argv).contains(vmport ? ",vmport=on" : ",vmport=off");
    assertThat(argv).contains("-accel " + (domain.type().equals("kvm") ? "kvm" : "tcg"));
    assertThat(argv).contains("driftfix=slew").contains("kvm-pit.lost_tick_policy=delay");
    assertThat(argv).containsAnyOf("-no-hpet", "hpet=off");
    assertThat(argv).contains(".disable_s3=1").contains(".disable_s4=1");
    assertThat(argv).contains("driver:" + domain.devices().interfaces().getFirst().model() + ",");
    assertThat(argv).doesNotContain("virtio-balloon");
    for (Disk disk : domain.devices().disks()) {
      assertThat(argv).contains("driver:" + device(disk) + ",");
    }
    // q35 has an AHCI controller of its own.
    boolean sata = "sata".equals(domain.devices().disks().getFirst().target().bus());
    if (argv.contains("-machine pc-i440fx")) {
      assertThat(argv.contains("driver:ahci,")).isEqualTo(sata);
    }
    if (domain.type().equals("kvm")) {
      assertThat(argv).contains("-cpu host").containsAnyOf("vmx=on", "svm=on");
    } else {
      assertThat(argv).contains("-cpu max").contains("svm=on");
    }
  }

  private static String device(Disk disk) {
    if (Objects.equals(disk.target().bus(), "usb")) {
      return "usb-storage";
    }
    return disk.device().equals("cdrom") ? "ide-cd" : "ide-hd";
  }
}
