package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.internal.esx.HostOperation.Need;
import dev.vireo.simulator.Preset;
import dev.vireo.simulator.SimulatedVm;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Domains as XML and as files of VMware. */
final class DefinitionOperations {

  private DefinitionOperations() {}

  static final List<HostOperation> ALL =
      List.of(
          HostOperation.named("XML of a domain")
              .calls("virDomainGetXMLDesc")
              .costs(2)
              .needs(Need.READ, Need.FILE)
              .does(DefinitionOperations::describe),
          HostOperation.named("XML of a domain with absolute file names")
              .calls("virDomainGetXMLDesc")
              .costs(3)
              .needs(Need.READ, Need.FILE)
              .does(DefinitionOperations::describeWithAbsoluteNames),
          HostOperation.named("VMX to XML, with relative file names")
              .calls("virConnectDomainXMLFromNative")
              .costs(0)
              .does(DefinitionOperations::convertFromNative),
          HostOperation.named("XML to VMX")
              .calls("virConnectDomainXMLToNative")
              .costs(1)
              .needs(Need.READ)
              .does(DefinitionOperations::convertToNative));

  private static void describe(Operations on) {
    assertThat(on.domain("web").getXMLDesc(Set.of()))
        .contains("<name>web</name>", "<vmware:moref>");
  }

  /** With a file name that only the host's datastores explain. */
  private static void describeWithAbsoluteNames(Operations on) {
    SimulatedVm web = on.simulator().vms().get("web");
    byte[] before = web.vmxFile();
    String text = new String(before, StandardCharsets.UTF_8);
    web.vmxFile(
        text.replace("\"web.vmdk", "\"/vmfs/volumes/nosuch/web.vmdk")
            .getBytes(StandardCharsets.UTF_8));
    try {
      assertThat(on.domain("web").describe(Set.of()).warnings())
          .singleElement()
          .asString()
          .contains("scsi0:0.fileName: is in no datastore");
    } finally {
      web.vmxFile(before);
    }
  }

  private static void convertFromNative(Operations on) {
    byte[] vmx = on.simulator().vms().get("web").vmxFile();
    assertThat(on.connect().convertFromNative("vmware-vmx", vmx).text())
        .contains("<name>web</name>");
  }

  private static void convertToNative(Operations on) {
    String datastore = on.simulator().config().preset() == Preset.GSX20 ? "standard" : "datastore1";
    String xml =
        "<domain type='vmware'><name>n</name><memory>65536</memory><vcpu>1</vcpu><os>"
            + "<type arch='i686'>hvm</type></os><devices><disk type='file' device='disk'>"
            + "<source file='["
            + datastore
            + "] n/n.vmdk'/><target dev='hda' bus='ide'/></disk></devices></domain>";
    assertThat(on.connect().domainXMLToNative("vmware-vmx", xml)).contains("/n/n.vmdk");
  }
}
