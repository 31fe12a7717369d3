package dev.vireo.internal.esx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.Connect;
import dev.vireo.TaskOptions;
import dev.vireo.internal.esx.HostOperation.Need;
import dev.vireo.simulator.VirtualMachines;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Making, changing and removing domains, each of a machine that only it knows. */
final class DefiningOperations {

  private static final String VMX =
      """
      config.version = "8"
      virtualHW.version = "4"
      displayName = "edited"
      guestOS = "other-64"
      memsize = "512"
      scsi0.present = "TRUE"
      scsi0.virtualDev = "buslogic"
      scsi0:0.present = "TRUE"
      scsi0:0.fileName = "edited.vmdk"
      """;

  private static final Need UPLOAD = new Need("PUT /folder", "Datastore.FileManagement");

  private DefiningOperations() {}

  static final List<HostOperation> ALL =
      List.of(
          HostOperation.named("define a new domain, with the wait")
              .calls("virDomainDefineXML")
              .costs(6, 9)
              .perPage(1)
              .needs(
                  Need.READ,
                  new Need("HEAD /folder", "Datastore.Browse"),
                  UPLOAD,
                  new Need("RegisterVM_Task", "VirtualMachine.Inventory.Register"),
                  new Need("RegisterVM_Task", "Resource.AssignVMToPool"))
              .changes("RegisterVM_Task")
              .startsFrom(DefiningOperations::toBeDefined)
              .does(DefiningOperations::define),
          HostOperation.named("change a domain by a reconfiguration, with the wait")
              .calls("virDomainDefineXML")
              .costs(7, 10)
              .perPage(1)
              .needs(
                  Need.READ, Need.FILE, new Need("ReconfigVM_Task", "VirtualMachine.Config.Memory"))
              .changes("ReconfigVM_Task")
              .startsFrom(DefiningOperations::toBeEdited)
              .does(on -> edit(on, ">524288<", ">1048576<")),
          HostOperation.named("change a domain by an edit and a reconfiguration, with the wait")
              .calls("virDomainDefineXML")
              .costs(9, 12)
              .perPage(1)
              .needs(
                  Need.READ,
                  Need.FILE,
                  UPLOAD,
                  new Need("ReconfigVM_Task", "VirtualMachine.Config.Annotation"))
              .changes("ReconfigVM_Task")
              .startsFrom(DefiningOperations::toBeEdited)
              .does(on ->
                  edit(
                      on, "</name>|buslogic", "</name><description>edited</description>|lsilogic")),
          HostOperation.named("what a definition would change")
              .calls("virDomainDefineXMLFlags", "virDomainDefineXML")
              .costs(3)
              .perPage(1)
              .needs(Need.READ, Need.FILE)
              .startsFrom(DefiningOperations::toBeEdited)
              .does(DefiningOperations::plan),
          HostOperation.named("look up a domain and undefine it")
              .calls("virDomainUndefine", "virDomainLookupByName")
              .costs(3)
              .perPage(1)
              .needs(Need.READ, new Need("UnregisterVM", "VirtualMachine.Inventory.Unregister"))
              .changes("UnregisterVM")
              .startsFrom(DefiningOperations::toBeUndefined)
              .does(DefiningOperations::undefine),
          HostOperation.named("delete a virtual disk, with the wait")
              .calls("virStorageVolDelete")
              .costs(4, 7)
              .needs(new Need("DeleteVirtualDisk_Task", "Datastore.FileManagement"))
              .changes("DeleteVirtualDisk_Task")
              .startsFrom(DefiningOperations::toBeEdited)
              .does(DefiningOperations::deleteDisk));

  private static void gone(Operations on, String name) {
    VirtualMachines machines = on.simulator().vms();
    if (machines.names().contains(name)) {
      machines.remove(name);
    }
  }

  /** In a directory where no failure of before has left a file. */
  private static void toBeDefined(Operations on) {
    gone(on, "defined");
    on.keep("[%s] %s/defined".formatted(on.datastore(), UUID.randomUUID()));
  }

  private static void define(Operations on) {
    String xml =
        """
        <domain type='vmware'><name>defined</name><memory>65536</memory><vcpu>1</vcpu>
        <os><type arch='i686'>hvm</type></os><devices><disk type='file' device='disk'>
        <source file='%s.vmdk'/><target dev='hda' bus='ide'/></disk>
        </devices></domain>
        """
            .formatted(on.kept());
    assertThat(on.connect().domainDefineXML(xml).getName()).isEqualTo("defined");
    // A host that makes nonsense of the question has a file there.
    assertThat(Stream.of(".vmx", "_1.vmx"))
        .anyMatch(end -> on.simulator().hasFile(on.kept() + end));
    gone(on, "defined");
  }

  private static void toBeEdited(Operations on) {
    gone(on, "edited");
    on.simulator().vms().add("edited", VMX);
    on.keep(on.connect().domainLookupByName("edited").getXMLDesc(Set.of()));
  }

  private static void edit(Operations on, String from, String to) {
    String xml = on.kept();
    String[] parts = from.split("\\|", -1);
    String[] others = to.split("\\|", -1);
    for (int i = 0; i < parts.length; i++) {
      assertThat(xml).contains(parts[i]);
      xml = xml.replace(parts[i], others[i]);
    }
    Connect connect = on.connect();
    assertThat(connect.define(xml, Set.of(), TaskOptions.DEFAULT).done().changes())
        .hasSize(parts.length);
    String vmx = new String(on.simulator().vms().get("edited").vmxFile(), UTF_8);
    assertThat(vmx).containsAnyOf("memsize = \"1024\"", "annotation = \"edited\"");
    gone(on, "edited");
  }

  private static void plan(Operations on) {
    assertThat(
            on.connect()
                .planDefine(on.kept().replace(">524288<", ">1048576<"), Set.of())
                .requests())
        .hasSize(1);
  }

  private static void toBeUndefined(Operations on) {
    if (!on.simulator().vms().names().contains("goner")) {
      on.simulator().vms().add("goner");
    }
  }

  private static void undefine(Operations on) {
    on.connect().domainLookupByName("goner").undefine();
    assertThat(on.simulator().vms().names()).doesNotContain("goner");
  }

  private static void deleteDisk(Operations on) {
    String path = "[" + on.datastore() + "] edited/edited.vmdk";
    on.connect().storageVolDelete(path, TaskOptions.DEFAULT);
    assertThat(on.simulator().hasFile(path)).as(path).isFalse();
    gone(on, "edited");
  }
}
