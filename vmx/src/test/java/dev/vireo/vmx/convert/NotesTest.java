package dev.vireo.vmx.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.model.domain.DomainDefinition;
import dev.vireo.model.domain.DomainXml;
import dev.vireo.model.xml.Extras;
import dev.vireo.vmx.Conversion;
import dev.vireo.vmx.DomainToVmx;
import dev.vireo.vmx.FileNameResolver;
import dev.vireo.vmx.ReadOptions;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxTarget;
import dev.vireo.vmx.VmxToDomain;
import dev.vireo.vmx.VmxUpdate;
import dev.vireo.vmx.WrittenVmx;
import dev.vireo.vmx.device.VmwareProduct;
import org.junit.jupiter.api.Test;

/** Title and metadata, which VMware does not know. */
class NotesTest {

  private static final String METADATA =
      """
        <metadata>
          <lab:owner xmlns:lab="urn:lab" since="2026 &amp; &quot;on&quot;">
            <lab:name>O'Neil | "x" &lt;y&gt;</lab:name>
          </lab:owner>
          <other xmlns="urn:other">line
      feed</other>
        </metadata>
      """;

  private static final ReadOptions READ = ReadOptions.of(FileNameResolver.asIs());

  private static DomainDefinition domain(String elements) {
    return DomainXml.parse(
        "<domain type='vmware'><name>web</name>"
            + elements
            + "<memory unit='MiB'>32</memory><os><type arch='x86_64'>hvm</type></os></domain>");
  }

  private static WrittenVmx write(DomainDefinition domain) {
    return new DomainToVmx(VmxTarget.of(VmwareProduct.ESX, "8.0.0"), FileNameResolver.asIs())
        .convert(domain);
  }

  private static Conversion read(VmxDocument file) {
    return new VmxToDomain(READ).convert(file);
  }

  @Test
  void areKeptUnderKeysOfTheirOwn() {
    WrittenVmx written = write(domain("<title>T \"1\" | 100 %</title>" + METADATA));

    assertThat(written.warnings()).isEmpty();
    assertThat(written.document().text())
        .contains("vireo.title = \"T |221|22 |7c 100 %\"\n")
        .containsPattern("(?m)^vireo\\.metadata = \"<metadata><lab:owner .*</metadata>\"$");
    Conversion read = read(VmxDocument.parse(written.document().toBytes()));
    assertThat(read.warnings()).isEmpty();
    assertThat(DomainXml.format(read.domain()))
        .contains("  <title>T &quot;1&quot; | 100 %</title>\n")
        .contains(METADATA);
  }

  @Test
  void areSilentWhereThereIsNothing() {
    assertThat(write(domain("<title/><metadata/>")).document().text()).doesNotContain("vireo.");
    assertThat(DomainXml.format(read(write(domain("")).document()).domain()))
        .doesNotContain("title", "metadata");
  }

  @Test
  void metadataThatCannotBeReadIsAWarning() {
    Conversion read =
        read(
            VmxDocument.parse(
                write(domain("")).document().text() + "vireo.metadata = \"<metadata><a>\"\n"));

    assertThat(read.warnings())
        .singleElement()
        .satisfies(warning -> assertThat(warning.key()).isEqualTo("vireo.metadata"));
    assertThat(DomainXml.format(read.domain())).doesNotContain("metadata");
  }

  @Test
  void anEditOfThemLeavesTheRest() {
    VmxDocument file = write(domain("<title>old</title>" + METADATA)).document();
    DomainDefinition shown = read(file).domain();

    WrittenVmx edited = new VmxUpdate(READ).apply(file, shown.toBuilder().title("new").build());
    WrittenVmx removed =
        new VmxUpdate(READ)
            .apply(edited.document(), shown.toBuilder().title(null).extras(Extras.NONE).build());

    assertThat(edited.document().text())
        .isEqualTo(file.text().replace("vireo.title = \"old\"", "vireo.title = \"new\""));
    assertThat(removed.document().text())
        .isEqualTo(file.text().replaceAll("(?m)^vireo\\.(title|metadata) = .*\n", ""));
  }
}
