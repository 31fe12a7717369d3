package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.Connect;
import dev.vireo.Domain;
import dev.vireo.DomainListFlag;
import dev.vireo.DomainState;
import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.Preset;
import dev.vireo.simulator.SimulatedVm;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.ToolsState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One run of operations on a host with the machines of {@link TestMachines}, each of which checks
 * its own result. Connections that it opens stay open until it is closed.
 */
final class Operations implements AutoCloseable {

  private final HostUnderTest host;
  private final List<Connect> opened = new ArrayList<>();
  private final Connect connect;
  private final SimulatedVm guest;

  Operations(HostUnderTest host) {
    this.host = host;
    Simulator simulator = host.simulator();
    this.guest = guest(simulator);
    this.connect = open();
    reset();
  }

  private static SimulatedVm guest(Simulator simulator) {
    if (simulator.vms().names().contains("guest")) {
      return simulator.vms().get("guest");
    }
    SimulatedVm guest = simulator.vms().add("guest");
    guest.tools(ToolsState.RUNNING);
    return guest;
  }

  /** Brings the machines back into the states that the operations start from. */
  void reset() {
    power("web", PowerState.ON);
    power("build", PowerState.SUSPENDED);
    power("old", PowerState.OFF);
    guest.power(PowerState.ON);
  }

  private void power(String name, PowerState state) {
    host.simulator().vms().get(name).power(state);
  }

  private Connect open() {
    Connect connection = host.open();
    opened.add(connection);
    return connection;
  }

  /** A domain, found before anything is counted or goes wrong. */
  private Domain domain(String name) {
    return domains.stream().filter(each -> each.getName().equals(name)).findFirst().orElseThrow();
  }

  private List<Domain> domains = List.of();

  /** Gets the handles that the operations on domains need. */
  Operations prepared() {
    domains = connect.listAllDomains(Set.of());
    return this;
  }

  private int machines() {
    return domains.size();
  }

  void connect() {
    assertThat(open().isAlive()).isTrue();
  }

  void connectAndList() {
    assertThat(open().listAllDomainSummaries(Set.of())).hasSize(machines());
  }

  /** Closes what operations have opened beside the connection that all of them share. */
  void closeFurther() {
    opened.subList(1, opened.size()).forEach(Connect::close);
    opened.subList(1, opened.size()).clear();
  }

  void connectAndClose() {
    host.open().close();
  }

  void list() {
    assertThat(connect.listAllDomainSummaries(Set.of())).hasSize(machines());
  }

  void listIds() {
    assertThat(connect.listDomains()).hasSize(3);
  }

  void listDefined() {
    assertThat(connect.listDefinedDomains()).hasSize(machines() - 3).contains("build", "old");
  }

  void maxMemory() {
    assertThat(domain("web").getMaxMemory()).isPositive();
  }

  void isActive() {
    assertThat(domain("web").isActive()).isTrue();
  }

  void isPersistent() {
    assertThat(domain("web").isPersistent()).isTrue();
  }

  void isUpdated() {
    assertThat(domain("web").isUpdated()).isFalse();
  }

  void hasManagedSave() {
    assertThat(domain("web").hasManagedSaveImage()).isFalse();
  }

  void listAutostart() {
    assertThat(connect.listAllDomains(Set.of(DomainListFlag.AUTOSTART))).isEmpty();
  }

  void listTransient() {
    assertThat(connect.listAllDomains(Set.of(DomainListFlag.TRANSIENT))).isEmpty();
  }

  void lookupById() {
    assertThat(connect.domainLookupByID(domain("web").getID()).getName()).isEqualTo("web");
  }

  void lookupByName() {
    assertThat(connect.domainLookupByName("a/b").getName()).isEqualTo("a/b");
  }

  void lookupByUuid() {
    assertThat(connect.domainLookupByUUID(domain("db").getUUID()).getName()).isEqualTo("db");
  }

  void lookupByBiosUuid() {
    UUID uuid = host.simulator().vms().get("db").biosUuid();
    assertThat(connect.domainLookupByUUID(uuid).getName()).isEqualTo("db");
  }

  void state() {
    assertThat(domain("web").getState()).isEqualTo(DomainState.RUNNING);
  }

  void info() {
    assertThat(domain("web").getInfo().vcpus()).isPositive();
  }

  void autostart() {
    assertThat(domain("web").getAutostart()).isFalse();
  }

  void describe() {
    assertThat(domain("web").getXMLDesc(Set.of())).contains("<name>web</name>", "<vmware:moref>");
  }

  /** With a file name that only the host's datastores explain. */
  void describeWithAbsoluteNames() {
    SimulatedVm web = host.simulator().vms().get("web");
    byte[] before = web.vmxFile();
    String text = new String(before, StandardCharsets.UTF_8);
    web.vmxFile(
        text.replace("\"web.vmdk", "\"/vmfs/volumes/nosuch/web.vmdk")
            .getBytes(StandardCharsets.UTF_8));
    try {
      assertThat(domain("web").describe(Set.of()).warnings())
          .singleElement()
          .asString()
          .contains("scsi0:0.fileName: is in no datastore");
    } finally {
      web.vmxFile(before);
    }
  }

  void convertFromNative() {
    byte[] vmx = host.simulator().vms().get("web").vmxFile();
    assertThat(connect.convertFromNative("vmware-vmx", vmx).text()).contains("<name>web</name>");
  }

  void convertToNative() {
    String datastore =
        host.simulator().config().preset() == Preset.GSX20 ? "standard" : "datastore1";
    String xml =
        "<domain type='vmware'><name>n</name><memory>65536</memory><vcpu>1</vcpu><os>"
            + "<type arch='i686'>hvm</type></os><devices><disk type='file' device='disk'>"
            + "<source file='["
            + datastore
            + "] n/n.vmdk'/><target dev='hda' bus='ide'/></disk></devices></domain>";
    assertThat(connect.domainXMLToNative("vmware-vmx", xml)).contains("/n/n.vmdk");
  }

  void hostName() {
    assertThat(connect.getHostName()).endsWith(".example.com");
  }

  void nodeInfo() {
    assertThat(connect.nodeInfo().memoryKiB()).isPositive();
  }

  void freeMemory() {
    assertThat(connect.getFreeMemory()).isPositive();
  }

  void capabilities() {
    assertThat(connect.getCapabilities()).contains("<capabilities>");
  }

  void version() {
    assertThat(connect.getVersion()).isPositive();
    assertThat(connect.getType()).isEqualTo("ESX");
    assertThat(connect.getURI()).isNotEmpty();
    assertThat(connect.isEncrypted()).isEqualTo(connect.isSecure());
    assertThat(domain("web").getOSType()).isEqualTo("hvm");
  }

  void create() {
    domain("old").create();
    assertPower("old", PowerState.ON);
  }

  void suspend() {
    domain("web").suspend();
    assertPower("web", PowerState.SUSPENDED);
  }

  void resume() {
    domain("build").resume();
    assertPower("build", PowerState.ON);
  }

  void destroy() {
    domain("web").destroy();
    assertPower("web", PowerState.OFF);
  }

  void reboot() {
    domain("guest").reboot();
    assertThat(guest.power()).isEqualTo(PowerState.ON);
  }

  @SuppressWarnings("ThreadPriorityCheck") // it only waits
  void shutdown() {
    domain("guest").shutdown();
    while (guest.power() != PowerState.OFF) {
      Thread.onSpinWait(); // the guest does it in its own time; the test class has a limit
    }
  }

  private void assertPower(String name, PowerState state) {
    assertThat(host.simulator().vms().get(name).power()).as(name).isEqualTo(state);
  }

  @Override
  public void close() {
    opened.forEach(Connect::close);
  }
}
