package dev.vireo.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.CreateContainerView;
import dev.vireo.vim.methods.Fetch;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class InventoryShapeTest extends HostTestBase {

  /** Names of all objects of a type. */
  private static List<String> names(VimClient client, String type) {
    ManagedObjectReference view =
        client.call(
            new CreateContainerView(
                Objects.requireNonNull(client.serviceContent().viewManager()),
                client.serviceContent().rootFolder(),
                List.of(type),
                true));
    List<String> names = new ArrayList<>();
    for (Object each : (List<?>) client.call(new Fetch(view, "view"))) {
      names.add((String) client.call(new Fetch((ManagedObjectReference) each, "name")));
    }
    return names;
  }

  private VimClient clientOf(InventoryShape shape) {
    return logIn(start(SimulatorConfig.vcenter().toBuilder().inventory(shape).build()));
  }

  @Test
  void aPlainVcenterHasPlainNames() {
    VimClient client = clientOf(InventoryShape.PLAIN);

    assertThat(names(client, "Datacenter")).containsExactly("DC1");
    assertThat(names(client, "ClusterComputeResource")).containsExactly("C1");
    assertThat(names(client, "HostSystem"))
        .containsExactlyInAnyOrder("esx1.example.com", "esx2.example.com");
    assertThat(names(client, "VirtualMachine"))
        .containsExactlyInAnyOrder("vm-0001", "vm-0002", "vm-0003", "vm-0004");
    assertThat(names(client, "Datastore")).containsExactly("datastore1");
    assertThat(names(client, "ResourcePool")).containsExactly("Resources");
  }

  @Test
  void itHasAsManyOfEachAsIsSaid() {
    InventoryShape shape = new InventoryShape(2, 3, 4, 2, 5, 3, 2);
    VimClient client = clientOf(shape);

    assertThat(names(client, "Datacenter")).containsExactlyInAnyOrder("DC1", "DC2");
    assertThat(names(client, "ClusterComputeResource")).hasSize(2 * 3);
    assertThat(names(client, "HostSystem")).hasSize(2 * 3 * 4).doesNotHaveDuplicates();
    assertThat(names(client, "ResourcePool")).hasSize(2 * 3 * (1 + 2));
    assertThat(names(client, "VirtualMachine")).hasSize(2 * 3 * 2 * 5).doesNotHaveDuplicates();
    assertThat(shape.totalVms()).isEqualTo(2 * 3 * 2 * 5);
    assertThat(names(client, "Datastore")).hasSize(2 * 3);
    assertThat(names(client, "Folder")).contains("Folder1", "Folder2").doesNotContain("Folder3");
  }

  @Test
  void hostsStandAloneWhereThereAreNoClusters() {
    VimClient client = clientOf(InventoryShape.PLAIN.withClusters(0).withHosts(3).withVms(2));

    assertThat(names(client, "ClusterComputeResource")).isEmpty();
    assertThat(names(client, "ComputeResource"))
        .containsExactlyInAnyOrder("esx1.example.com", "esx2.example.com", "esx3.example.com");
    assertThat(names(client, "VirtualMachine")).hasSize(6);
  }

  @Test
  void impossibleCountsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InventoryShape.PLAIN.withHosts(0))
        .withMessage("The number of hosts must be 1 to 1000: 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InventoryShape.PLAIN.withHosts(1_000).withClusters(100))
        .withMessage("There can be 10000 hosts at most");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InventoryShape.PLAIN.withVms(100_000).withClusters(11))
        .withMessage("There can be 1000000 machines at most");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SimulatorConfig.esx80().toBuilder().inventory(InventoryShape.PLAIN))
        .withMessageContaining("'esx80' is none");
  }
}
