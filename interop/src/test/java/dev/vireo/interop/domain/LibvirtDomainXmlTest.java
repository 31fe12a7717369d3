package dev.vireo.interop.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.interop.process.ForeignProgram;
import dev.vireo.interop.process.Needs;
import dev.vireo.interop.process.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The judge judged: libvirt's formatting keeps what the documents hold, and is stable. */
@Needs(ForeignProgram.VIRSH)
class LibvirtDomainXmlTest {
  private static final Path DOCUMENTS =
      SourceTree.root().resolve("interop/src/test/resources/domain");

  @TempDir Path folder;

  LibvirtDomainXmlTest() {}

  /** The documents, in order of their names. */
  static List<String> documents() throws IOException {
    List<String> documents = new ArrayList<>();
    try (Stream<Path> files = Files.list(DOCUMENTS)) {
      for (Path file : files.sorted().toList()) {
        documents.add(Files.readString(file));
      }
    }
    return documents;
  }

  @Test
  void formattingTwiceIsFormattingOnce() throws IOException {
    LibvirtDomainXml libvirt = new LibvirtDomainXml(folder);
    List<String> documents = documents();
    List<String> once = libvirt.normalised(documents);

    assertThat(documents).hasSizeGreaterThan(70);
    assertThat(libvirt.normalised(once)).isEqualTo(once);
  }

  @Test
  void noDeviceAndFeatureIsLost() throws IOException {
    String all = String.join("", new LibvirtDomainXml(folder).normalised(documents()));

    assertThat(all)
        .contains("<vmport state='off'/>")
        .contains("<hidden state='on'/>")
        .contains("<tag id='252'/>")
        .contains("<virtualport type='openvswitch'>")
        .contains("<tpm model='tpm-crb'>")
        .contains("<feature enabled='no' name='secure-boot'/>")
        .contains("<feature policy='require' name='vmx'/>")
        .contains("<msrs unknown='ignore'/>")
        .contains("<lab:role>compute</lab:role>")
        .contains("passwd='secret'")
        .contains("<domain type='kvm'>")
        .contains("<domain type='qemu'>")
        .doesNotContain("testnet");
  }
}
