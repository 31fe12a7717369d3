package dev.vireo.interop.vmx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.interop.process.ForeignProgram;
import dev.vireo.interop.process.Needs;
import dev.vireo.model.domain.DomainXml;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The domains that C libvirt makes of VMX files, byte for byte: layout, order and escapes. */
@Needs(ForeignProgram.VIRSH)
class ConvertedXmlTest {
  @TempDir Path folder;

  ConvertedXmlTest() {}

  @Test
  void domainsOfLibvirtAreReadAndWrittenTheSame() {
    List<String> documents =
        LibvirtOfCorpus.at(Site.ESX80, Direction.VMX_TO_XML, folder).values().stream()
            .filter(Result.Document.class::isInstance)
            .map(result -> ((Result.Document) result).text())
            .toList();
    // libvirt writes a carriage return as it is; every XML reader takes it for a line end.
    List<String> intact =
        documents.stream().filter(document -> document.indexOf('\r') < 0).toList();

    assertThat(intact).hasSizeGreaterThan(300).hasSizeGreaterThan(documents.size() - 5);
    assertThat(intact)
        .allSatisfy(document ->
            assertThat(DomainXml.format(DomainXml.parse(document))).isEqualTo(document));
  }
}
