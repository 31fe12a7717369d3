package dev.vireo.interop.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.interop.process.ForeignProgram;
import dev.vireo.interop.process.Needs;
import dev.vireo.model.domain.DomainXml;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The model of domains writes what C libvirt writes, byte for byte. */
@Needs(ForeignProgram.VIRSH)
class DomainXmlAgainstLibvirtTest {
  @TempDir Path folder;

  DomainXmlAgainstLibvirtTest() {}

  @Test
  void whatLibvirtFormattedIsReadAndWrittenTheSame() throws IOException {
    List<String> formatted =
        new LibvirtDomainXml(folder).normalised(LibvirtDomainXmlTest.documents());

    assertThat(formatted).hasSizeGreaterThan(70);
    assertThat(formatted)
        .allSatisfy(document ->
            assertThat(DomainXml.format(DomainXml.parse(document))).isEqualTo(document));
  }

  @Test
  void whatTheModelWritesIsToLibvirtWhatItRead() throws IOException {
    LibvirtDomainXml libvirt = new LibvirtDomainXml(folder);
    List<String> documents = LibvirtDomainXmlTest.documents();
    List<String> written =
        documents.stream().map(document -> DomainXml.format(DomainXml.parse(document))).toList();

    assertThat(libvirt.normalised(written)).isEqualTo(libvirt.normalised(documents));
  }
}
