package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.LibvirtException;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The inventory: {@code north/dc1} with the host {@code esx1} and the cluster {@code c1} of {@code
 * esx2} and {@code esx3} in a folder; {@code dc/2} with {@code esx4}.
 */
class VCenterPathTest {

  private final FakeHost server = FakeHost.vCenter();

  VCenterPathTest() {
    ManagedObjectReference north = add(FakeHost.ROOT, "childEntity", "Folder", "north");
    ManagedObjectReference dc1 = add(north, "childEntity", "Datacenter", "dc1");
    ManagedObjectReference hosts1 = add(dc1, "hostFolder", "Folder", "host");
    add(add(hosts1, "childEntity", "ComputeResource", "esx1"), "host", "HostSystem", "esx1");
    ManagedObjectReference racks = add(hosts1, "childEntity", "Folder", "racks");
    ManagedObjectReference cluster = add(racks, "childEntity", "ClusterComputeResource", "c1");
    add(cluster, "host", "HostSystem", "esx2");
    add(cluster, "host", "HostSystem", "esx3");
    ManagedObjectReference dc2 = add(FakeHost.ROOT, "childEntity", "Datacenter", "dc%2f2");
    ManagedObjectReference hosts2 = add(dc2, "hostFolder", "Folder", "host");
    add(add(hosts2, "childEntity", "ComputeResource", "esx4"), "host", "HostSystem", "esx4");
  }

  private ManagedObjectReference add(
      ManagedObjectReference parent, String path, String type, String name) {
    ManagedObjectReference object = FakeHost.ref(type, parent.value() + "." + name);
    server.inventory().put(object, "name", name);
    server.inventory().put(object, "parent", parent);
    if (path.equals("hostFolder")) {
      server.inventory().put(parent, path, object);
    } else {
      java.util.List<Object> all = new java.util.ArrayList<>();
      if (server.inventory().get(parent, path) instanceof List<?> present) {
        all.addAll(present);
      }
      all.add(object);
      server.inventory().put(parent, path, all);
    }
    return object;
  }

  @ParameterizedTest
  @CsvSource({
    "north/dc1/esx1, esx1",
    "north/dc1/esx1/esx1, esx1",
    "north/dc1/racks/c1/esx3, esx3",
    "dc~2/esx4, esx4",
    "dc%2f2/esx4, esx4",
  })
  void thePathLeadsToTheHost(String path, String host) {
    assertThat(resolve(path).host().value()).endsWith("." + host);
    assertThat(server.sessions()).isZero();
  }

  @Test
  void thePathCostsOneRequest() {
    try (VimClient client = server.client()) {
      server.takeRequests();
      VCenterPath.resolve(client, List.of("north", "dc1", "esx1"));
      assertThat(server.takeRequests()).containsExactly("RetrievePropertiesEx");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "south/dc1/esx1#internal error: Could not find datacenter specified in 'south/dc1/esx1':"
            + " there is no 'south'; there is 'dc/2', 'north'",
        "north#invalid argument: Path 'north' does not specify a datacenter; there is 'dc1'",
        "north/dc1#invalid argument: Path 'north/dc1' does not specify a compute resource;"
            + " there is 'esx1', 'racks'",
        "north/dc1/esx9#internal error: Could not find compute resource specified in"
            + " 'north/dc1/esx9': there is no 'esx9'; there is 'esx1', 'racks'",
        "north/dc1/racks/c1#invalid argument: Path 'north/dc1/racks/c1' does not specify a host"
            + " system; there is 'esx2', 'esx3'",
        "north/dc1/racks/c1/esx1#internal error: Could not find host system specified in"
            + " 'north/dc1/racks/c1/esx1': there is no 'esx1'; there is 'esx2', 'esx3'",
        "north/dc1/esx1/esx1/x#invalid argument: Path 'north/dc1/esx1/esx1/x' ends with an excess"
            + " item",
      })
  void aMistakeIsAnsweredWithWhatThereIs(String path, String message) {
    assertThatThrownBy(() -> resolve(path))
        .isInstanceOf(LibvirtException.class)
        .hasMessage(message);
    assertThat(server.sessions()).isZero();
  }

  /** A tilde stands for a slash inside a name. */
  private HostScope.Managed resolve(String path) {
    List<String> items =
        java.util.Arrays.stream(path.split("/")).map(item -> item.replace('~', '/')).toList();
    try (VimClient client = server.client()) {
      return VCenterPath.resolve(client, items);
    }
  }
}
