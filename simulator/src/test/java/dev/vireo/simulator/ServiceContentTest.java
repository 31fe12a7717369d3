package dev.vireo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.CreatePropertyCollector;
import dev.vireo.vim.methods.RetrieveProperties;
import dev.vireo.vim.methods.RetrievePropertiesEx;
import dev.vireo.vim.methods.RetrieveServiceContent;
import dev.vireo.vim.methods.WaitForUpdatesEx;
import dev.vireo.vim.soap.ServiceVersions;
import dev.vireo.vim.transport.VimTransport;
import dev.vireo.vim.transport.WireResponse;
import dev.vireo.vim.types.AboutInfo;
import dev.vireo.vim.types.DynamicProperty;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.MethodNotFound;
import dev.vireo.vim.types.PropertyFilterSpec;
import dev.vireo.vim.types.RetrieveOptions;
import dev.vireo.vim.types.ServiceContent;
import dev.vireo.vim.types.VirtualMachineConfigInfo;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ServiceContentTest extends HostTestBase {

  @ParameterizedTest
  @CsvSource({
    "ESX80, VMware ESXi, 8.0.3, 8.0.3.0, embeddedEsx, HostAgent, ha-property-collector",
    "ESX41, VMware ESX, 4.1.0, 4.1, esx, HostAgent, ha-property-collector",
    "ESX35, VMware ESX Server, 3.5.0, 2.5, esx, HostAgent, ha-property-collector",
    "GSX20, VMware Server, 2.0.2, 2.5, gsx, HostAgent, ha-property-collector",
    "VCENTER, VMware vCenter Server, 8.0.3, 8.0.3.0, vpx, VirtualCenter, propertyCollector"
  })
  void aHostSaysWhatItIs(
      Preset preset,
      String name,
      String version,
      String api,
      String line,
      String type,
      String collector) {
    ServiceContent content = connect(start(SimulatorConfig.of(preset))).serviceContent();

    AboutInfo about = content.about();
    assertThat(about.name()).isEqualTo(name);
    assertThat(about.version()).isEqualTo(version);
    assertThat(about.apiVersion()).isEqualTo(api);
    assertThat(about.productLineId()).isEqualTo(line);
    assertThat(about.apiType()).isEqualTo(type);
    assertThat(content.propertyCollector())
        .isEqualTo(new ManagedObjectReference("PropertyCollector", collector));
    assertThat(about.instanceUuid() != null).isEqualTo(preset == Preset.VCENTER);
    assertThat(content.alarmManager() != null).isEqualTo(preset == Preset.VCENTER);
  }

  @ParameterizedTest
  @EnumSource(Preset.class)
  void theMachinesOfAPresetCanBeRead(Preset preset) {
    Simulator host = start(SimulatorConfig.of(preset));
    VimClient client = logIn(host);

    for (SimulatedVm vm : host.vms().all()) {
      VirtualMachineConfigInfo config =
          client
              .propertyCollector()
              .retrieve(vm.ref(), "config")
              .get("config", VirtualMachineConfigInfo.class);
      assertThat(config.uuid()).isEqualTo(vm.biosUuid().toString());
      assertThat(config.instanceUuid() == null)
          .isEqualTo(preset == Preset.ESX35 || preset == Preset.GSX20);
    }
    assertThat(host.vms().all()).hasSize(preset == Preset.VCENTER ? 12 : 5);
  }

  @Test
  void newHostsListTheirVersions() {
    List<String> versions =
        ServiceVersions.read(get(start().transport(), "/sdk/vimServiceVersions.xml").body());

    assertThat(versions).startsWith("8.0.3.0").contains("7.0.0.0", "6.5", "4.1", "4.0", "2.5");
    VimTransport old = start(SimulatorConfig.esx41()).transport();
    assertThat(ServiceVersions.read(get(old, "/sdk/vimServiceVersions.xml").body()))
        .startsWith("4.1")
        .doesNotContain("5.0");
  }

  @ParameterizedTest
  @EnumSource(names = {"ESX35", "GSX20"})
  void oldHostsHaveNoListOfVersions(Preset preset) {
    VimTransport transport = start(SimulatorConfig.of(preset)).transport();

    assertThat(get(transport, "/sdk/vimServiceVersions.xml").status()).isEqualTo(404);
  }

  @Test
  void aClientOfAnOlderReleaseSeesItsFieldsOnly() {
    Simulator host = start(SimulatorConfig.vcenter());
    VimTransport transport = closing(host.transport());

    ServiceContent old = call(transport, "2.5", new RetrieveServiceContent(SERVICE_INSTANCE));
    ServiceContent current =
        call(transport, "8.0.3.0", new RetrieveServiceContent(SERVICE_INSTANCE));

    assertThat(Objects.requireNonNull(old).ovfManager()).isNull();
    assertThat(Objects.requireNonNull(current).ovfManager()).isNotNull();
  }

  @Test
  void methodsOfLaterReleasesAreNotFound() {
    Simulator host = start(SimulatorConfig.esx35());
    VimClient client = logIn(host);
    ManagedObjectReference collector = collector(client);

    assertThat(
            failureOf(() ->
                    client.callOptional(
                        new RetrievePropertiesEx(collector, List.of(), new RetrieveOptions(null))))
                .fault())
        .isInstanceOfSatisfying(
            MethodNotFound.class,
            fault -> {
              assertThat(fault.receiver()).isEqualTo(collector);
              assertThat(fault.method()).isEqualTo("RetrievePropertiesEx");
            });
    assertThat(faultOf(() -> client.callOptional(new WaitForUpdatesEx(collector, "", null))))
        .isEqualTo("MethodNotFound");
    assertThat(faultOf(() -> client.call(new CreatePropertyCollector(collector))))
        .isEqualTo("MethodNotFound");
  }

  @Test
  void anotherServiceInstanceDoesNotExist() {
    VimClient client = connect(start());

    assertThat(
            faultOf(() ->
                client.call(
                    new RetrieveServiceContent(
                        new ManagedObjectReference("ServiceInstance", "nosuch")))))
        .isEqualTo("ManagedObjectNotFound");
  }

  @Test
  void theListOfVersionsHasTheNewestFirstAndTheAncientNamespace() {
    WireResponse document = get(start().transport(), "/sdk/vimServiceVersions.xml");

    assertThat(ServiceVersions.read(document.body()))
        .startsWith("8.0.3.0", "8.0.2.0", "8.0.1.0")
        .endsWith("4.1", "4.0", "2.5");
    assertThat(text(document))
        .containsPattern("<name>urn:vim2</name>\\s*<version>2.0</version>\\s*</namespace>");
  }

  /** Clients fail on a list that is unset, such as the fields that Ansible reads first. */
  @Test
  void managersWithoutContentShowEmptyLists() {
    VimClient client = logIn(start(SimulatorConfig.vcenter()));
    ServiceContent content = client.serviceContent();

    for (Map.Entry<ManagedObjectReference, String> list :
        List.of(
            Map.entry(Objects.requireNonNull(content.customFieldsManager()), "field"),
            Map.entry(Objects.requireNonNull(content.extensionManager()), "extensionList"))) {
      PropertyFilterSpec spec = object(list.getKey(), list.getValue());
      assertThat(client.call(new RetrieveProperties(collector(client), List.of(spec))))
          .singleElement()
          .satisfies(found -> {
            assertThat(found.missingSet()).isEmpty();
            assertThat(found.propSet())
                .singleElement()
                .extracting(DynamicProperty::val)
                .isEqualTo(List.of());
          });
    }
  }
}
