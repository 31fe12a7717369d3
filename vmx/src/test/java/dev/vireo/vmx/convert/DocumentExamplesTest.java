package dev.vireo.vmx.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.model.domain.DomainXml;
import dev.vireo.vmx.Conversion;
import dev.vireo.vmx.ConversionWarning;
import dev.vireo.vmx.DatastorePath;
import dev.vireo.vmx.DatastoreResolver;
import dev.vireo.vmx.DatastoreResolver.Datastore;
import dev.vireo.vmx.DomainToVmx;
import dev.vireo.vmx.ReadOptions;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.VmxTarget;
import dev.vireo.vmx.VmxToDomain;
import dev.vireo.vmx.device.HardwareVersions;
import dev.vireo.vmx.device.VmwareProduct;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * The examples of libvirt's page about its ESX driver. They were printed by the libvirt of 2010;
 * each thing that libvirt does otherwise since then is named here.
 */
class DocumentExamplesTest {

  private static final ReadOptions ESX =
      ReadOptions.of(
          new DatastoreResolver(
              List.of(
                  new Datastore(
                      "local-storage", "/vmfs/volumes/498076b2-02796c1a-ef5b-000ae484a6a3")),
              new DatastorePath("local-storage", "Fedora11/Fedora11.vmx")));

  private static final DatastoreResolver BY_NAME =
      new DatastoreResolver(
          List.of(new Datastore("local-storage", "/vmfs/volumes/local-storage")),
          new DatastorePath("local-storage", "Fedora11/Fedora11.vmx"));

  private static String resource(String name) {
    try (InputStream in = DocumentExamplesTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A difference of today's libvirt, undone. */
  private record Newer(String what, String today, String then) {
    String undo(String text) {
      assertThat(text).as(what).contains(today);
      return text.replace(today, then);
    }
  }

  @Test
  void theFileOfTheDocumentIsTheDomainOfTheDocument() {
    List<Newer> differences =
        List.of(
            new Newer("newer libvirt adds the unit of memory", " unit='KiB'", ""),
            new Newer(
                "newer libvirt adds the shares of CPU time",
                "  <cputune>\n    <shares>1000</shares>\n  </cputune>\n",
                ""),
            new Newer(
                "newer libvirt adds the file of the firmware's variables",
                "    <nvram>[local-storage] Fedora11/Fedora11.nvram</nvram>\n",
                ""),
            new Newer("newer libvirt adds the placement of CPUs", " placement='static'", ""),
            new Newer(
                "newer libvirt has the model at the controller, not at the disk",
                "    <controller type='scsi' index='0' model='lsilogic'/>\n",
                ""),
            new Newer(
                "newer libvirt has the model at the controller, not at the disk",
                "      <source file=",
                "      <driver name='lsilogic'/>\n      <source file="),
            new Newer(
                "newer libvirt adds the address of the disk",
                "      <address type='drive' controller='0' bus='0' target='0' unit='0'/>\n",
                ""),
            new Newer("newer libvirt adds who chose the MAC address", " type='generated'", ""),
            new Newer(
                "newer libvirt adds the graphics card",
                "    <video>\n      <model type='vmvga' vram='4096' primary='yes'/>\n    </video>\n",
                ""));

    Conversion conversion = new VmxToDomain(ESX).convert(VmxDocument.parse(resource("demo.vmx")));
    String xml = DomainXml.format(conversion.domain());
    for (Newer difference : differences) {
      xml = difference.undo(xml);
    }

    assertThat(xml.strip()).isEqualTo(resource("demo-vmx-as-domain.xml").strip());
    assertThat(conversion.warnings())
        .singleElement()
        .extracting(ConversionWarning::key)
        .isEqualTo("ide0:0.clientDevice");
  }

  @Test
  void theDomainOfTheDocumentIsTheFileOfTheDocument() {
    VmxTarget esx35 =
        VmxTarget.ofHardwareVersion(HardwareVersions.asLibvirt(VmwareProduct.ESX, "3.5.0"));

    String text =
        new DomainToVmx(esx35, BY_NAME)
            .convert(DomainXml.parse(resource("demo.xml")))
            .document()
            .text();
    List<Newer> differences =
        List.of(
            new Newer("newer libvirt adds the encoding", ".encoding = \"UTF-8\"\n", ""),
            new Newer(
                "newer libvirt adds the absent floppy drives",
                "floppy0.present = \"false\"\nfloppy1.present = \"false\"\n",
                ""),
            new Newer(
                "newer libvirt writes MAC addresses in lower case",
                "00:50:56:25:48:c7",
                "00:50:56:25:48:C7"));
    for (Newer difference : differences) {
      text = difference.undo(text);
    }

    assertThat(text).isEqualTo(resource("demo-xml-as-vmx.vmx"));
  }

  @Test
  void theExampleDomainIsTheSameWithoutModel() {
    VmxTarget target = VmxTarget.ofHardwareVersion(4);
    List<String> without = new ArrayList<>();
    new DomainToVmx(target, BY_NAME)
        .convert(DomainXml.parse(resource("demo.xml")))
        .document()
        .entries()
        .forEach(e -> without.add(e.key() + "=" + e.value()));
    without.remove("scsi0.virtualDev=lsilogic");

    assertThat(
            new DomainToVmx(target, BY_NAME)
                .convert(DomainXml.parse(resource("fedora11.xml")))
                .document()
                .entries())
        .extracting(e -> e.key() + "=" + e.value())
        .isEqualTo(without);
  }

  @Test
  void theRestrictionsOfTheDocumentAreNamed() {
    assertThat(resource("demo.xml").toLowerCase(Locale.ROOT)).contains("<memory>1048576</memory>");
    VmxTarget old = VmxTarget.ofHardwareVersion(4);
    DomainToVmx converter = new DomainToVmx(old, BY_NAME);

    assertThat(refusal(converter, "1048576</memory>", "1048575</memory>"))
        .contains("multiple of 4096 KiB", "1048575", "1048576");
    assertThat(refusal(converter, "<vcpu>1<", "<vcpu>3<"))
        .contains("1 or a multiple of 2", "'3'", "'4'");
    assertThat(refusal(converter, "48:c7'/>", "48:c7' check='yes'/>")).isEmpty();
    assertThat(refusal(converter, "00:50:56:25:48:c7'", "52:54:00:25:48:c7' check='yes'"))
        .contains("00:0c:29 or 00:50:56", "52:54:00:25:48:c7");
  }

  private static String refusal(DomainToVmx converter, String from, String to) {
    String xml = resource("demo.xml");
    assertThat(xml).contains(from);
    try {
      converter.convert(DomainXml.parse(xml.replace(from, to)));
      return "";
    } catch (VmxException e) {
      return Objects.requireNonNull(e.getMessage());
    }
  }
}
