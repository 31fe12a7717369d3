package dev.vireo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.Fetch;
import dev.vireo.vim.methods.FindAllByDnsName;
import dev.vireo.vim.methods.FindAllByIp;
import dev.vireo.vim.methods.FindAllByUuid;
import dev.vireo.vim.methods.FindByDatastorePath;
import dev.vireo.vim.methods.FindByDnsName;
import dev.vireo.vim.methods.FindByInventoryPath;
import dev.vireo.vim.methods.FindByIp;
import dev.vireo.vim.methods.FindByUuid;
import dev.vireo.vim.methods.FindChild;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchIndexTest extends HostTestBase {

  private Simulator host;
  private VimClient client;
  private ManagedObjectReference index;
  private SimulatedVm web;

  @BeforeEach
  void logIn() {
    host = start(SimulatorConfig.vcenter());
    client = logIn(host);
    index = Objects.requireNonNull(client.serviceContent().searchIndex());
    web = host.vms().get("web-1");
  }

  private @Nullable ManagedObjectReference at(String path) {
    return client.callOptional(new FindByInventoryPath(index, path));
  }

  private @Nullable ManagedObjectReference byUuid(
      @Nullable ManagedObjectReference datacenter, String uuid, @Nullable Boolean instance) {
    return client.callOptional(new FindByUuid(index, datacenter, uuid, true, instance));
  }

  @Test
  void machinesAreFoundByEitherUuid() {
    String bios = web.biosUuid().toString();
    String instance = Objects.requireNonNull(web.instanceUuid()).toString();

    assertThat(byUuid(null, bios, null)).isEqualTo(web.ref());
    assertThat(byUuid(null, bios.toUpperCase(Locale.ROOT), false)).isEqualTo(web.ref());
    assertThat(byUuid(null, instance, true)).isEqualTo(web.ref());
    assertThat(byUuid(null, bios, true)).isNull();
    assertThat(byUuid(null, instance, false)).isNull();
    assertThat(client.call(new FindAllByUuid(index, null, bios, true, null)))
        .containsExactly(web.ref());
  }

  @Test
  void aSearchMayBeLimitedToADatacenter() {
    String uuid = web.biosUuid().toString();

    assertThat(byUuid(at("Datacenter"), uuid, null)).isEqualTo(web.ref());
    assertThat(byUuid(at("Branch offices/North & West/Branch 50%25"), uuid, null)).isNull();
    ManagedObjectReference noDatacenter = web.ref();
    assertThat(faultOf(() -> byUuid(noDatacenter, uuid, null))).isEqualTo("InvalidArgument");
  }

  @Test
  void pathsLeadThroughTheWholeTree() {
    assertThat(at("")).isEqualTo(client.serviceContent().rootFolder());
    assertThat(at("/")).isEqualTo(client.serviceContent().rootFolder());
    assertThat(at("Datacenter/vm/web-1")).isEqualTo(web.ref());
    assertThat(at("/Datacenter/vm/web-1/")).isEqualTo(web.ref());
    assertThat(Objects.requireNonNull(at("Datacenter/host/Cluster")).type())
        .isEqualTo("ClusterComputeResource");
    assertThat(Objects.requireNonNull(at("Datacenter/host/Cluster/esx1.example.com")).type())
        .isEqualTo("HostSystem");
    assertThat(Objects.requireNonNull(at("Datacenter/datastore/datastore1")).type())
        .isEqualTo("Datastore");
    assertThat(at("Datacenter/vm/nosuch")).isNull();
    assertThat(at("nosuch/vm/web-1")).isNull();
  }

  @Test
  void hostsAndRunningGuestsAreFoundByNameAndAddress() {
    assertThat(client.callOptional(new FindByDnsName(index, null, "ESX2.example.com", false)))
        .isEqualTo(at("Datacenter/host/Cluster/esx2.example.com"));
    assertThat(client.callOptional(new FindByIp(index, null, "192.0.2.12", false)))
        .isEqualTo(at("Datacenter/host/Cluster/esx2.example.com"));
    assertThat(client.callOptional(new FindByDnsName(index, null, "web-1.example.com", true)))
        .isEqualTo(web.ref());

    web.power(PowerState.OFF);
    assertThat(client.callOptional(new FindByDnsName(index, null, "web-1.example.com", true)))
        .isNull();
  }

  @Test
  void childrenAreFoundByName() {
    ManagedObjectReference folder = Objects.requireNonNull(at("Datacenter/vm"));

    assertThat(client.callOptional(new FindChild(index, folder, "web-1"))).isEqualTo(web.ref());
    assertThat(client.callOptional(new FindChild(index, folder, "nosuch"))).isNull();
  }

  @Test
  void anOldHostKnowsNoInstanceUuids() {
    Simulator old = start(SimulatorConfig.esx35());
    VimClient other = logIn(old);
    ManagedObjectReference oldIndex = Objects.requireNonNull(other.serviceContent().searchIndex());
    SimulatedVm vm = old.vms().get("web-1");
    String uuid = vm.biosUuid().toString();

    assertThat(vm.instanceUuid()).isNull();
    assertThat(other.callOptional(new FindByUuid(oldIndex, null, uuid, true, null)))
        .isEqualTo(vm.ref());
    assertThat(faultOf(() -> other.call(new FindAllByUuid(oldIndex, null, uuid, true, null))))
        .isEqualTo("MethodNotFound");
  }

  @Test
  void allWithANameOrAddressAreFound() {
    assertThat(client.call(new FindAllByDnsName(index, null, "WEB-1.example.com", true)))
        .containsExactly(web.ref());
    assertThat(client.call(new FindAllByDnsName(index, null, "esx1.example.com", false)))
        .hasSize(1);
    assertThat(client.call(new FindAllByDnsName(index, null, "nosuch.example.com", true)))
        .isEmpty();
    assertThat(client.call(new FindAllByIp(index, null, "192.0.2.11", false)))
        .extracting(ManagedObjectReference::type)
        .containsExactly("HostSystem");
    assertThat(client.call(new FindAllByIp(index, at("Datacenter"), "192.0.2.15", false)))
        .isEmpty();
  }

  @Test
  void machinesAreFoundByTheirFile() {
    ManagedObjectReference datacenter = Objects.requireNonNull(at("Datacenter"));

    assertThat(
            client.callOptional(
                new FindByDatastorePath(index, datacenter, "[datastore1] web-1/./web-1.vmx")))
        .isEqualTo(web.ref());
    assertThat(client.callOptional(new FindByDatastorePath(index, datacenter, "[x] web-1.vmx")))
        .isNull();
  }

  @Test
  void theIdentifierDecidesWhateverTheType() {
    ManagedObjectReference cluster = Objects.requireNonNull(at("Datacenter/host/Cluster"));
    ManagedObjectReference asComputeResource =
        new ManagedObjectReference("ComputeResource", cluster.value());
    ManagedObjectReference asVm = new ManagedObjectReference("ManagedEntity", web.ref().value());

    assertThat(
            client
                .propertyCollector()
                .retrieve(asComputeResource, "name")
                .get("name", String.class))
        .isEqualTo("Cluster");
    assertThat(client.callOptional(new FindChild(index, asComputeResource, "Resources")))
        .isNotNull();
    assertThat(client.call(new Fetch(asVm, "name"))).isEqualTo("web-1");
    assertThat(
            faultOf(
                () -> client.call(new Fetch(new ManagedObjectReference("Folder", "vm-0"), "name"))))
        .isEqualTo("ManagedObjectNotFound");
  }
}
