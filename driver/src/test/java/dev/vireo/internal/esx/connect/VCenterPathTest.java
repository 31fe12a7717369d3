package dev.vireo.internal.esx.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.LibvirtException;
import dev.vireo.internal.esx.HostScope;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.vim.ClientOptions;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The inventory: {@code Datacenter} with the host {@code esx3}, the cluster {@code Cluster} of
 * {@code esx1} and {@code esx2}, and the cluster {@code Edge / Lab} of {@code esx4} in folders;
 * {@code Branch 50%} with {@code esx5} in folders. All hosts are in the domain example.com.
 */
class VCenterPathTest {

  private final Simulator server = Simulator.start(SimulatorConfig.vcenter());

  @AfterEach
  void nobodyStaysLoggedIn() {
    assertThat(server.sessions()).isEmpty();
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "Datacenter/esx3.example.com, esx3.example.com",
    "Datacenter/esx3.example.com/esx3.example.com, esx3.example.com",
    "Datacenter/Cluster/esx2.example.com, esx2.example.com",
    "Datacenter/host/Cluster/esx2.example.com, esx2.example.com",
    "Datacenters/Datacenter/Cluster/esx2.example.com, esx2.example.com",
    "Datacenters/Branch offices/North & West/Branch 50%/host/esx5.example.com, esx5.example.com",
    "Datacenter/Racks/Rack 1 + 2/Edge ~ Lab/esx4.example.com, esx4.example.com",
    "Datacenter/Racks/Rack 1 + 2/Edge %2f Lab/esx4.example.com, esx4.example.com",
    "Branch offices/North & West/Branch 50%/esx5.example.com, esx5.example.com",
    "Branch offices/North & West/Branch 50%25/esx5.example.com, esx5.example.com",
  })
  void thePathLeadsToTheHost(String path, String host) {
    try (VimClient client = client()) {
      ManagedObjectReference found = resolve(client, path).host();
      assertThat(client.propertyCollector().retrieve(found, "name").get("name", String.class))
          .isEqualTo(host);
    }
  }

  @Test
  void theDatacenterIsTheOneOfThePath() {
    try (VimClient client = client()) {
      ManagedObjectReference found =
          resolve(client, "Branch offices/North & West/Branch 50%/esx5.example.com").datacenter();
      assertThat(client.propertyCollector().retrieve(found, "name").get("name", String.class))
          .isEqualTo("Branch 50%25");
    }
  }

  @Test
  void thePathCostsOneRequest() {
    try (VimClient client = client()) {
      server.requests().reset();
      resolve(client, "Datacenter/Cluster/esx1.example.com");
      assertThat(server.requests().byOperation()).isEqualTo(Map.of("RetrievePropertiesEx", 1L));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "south/dc1/esx1#internal error: Could not find datacenter specified in 'south/dc1/esx1':"
            + " there is no 'south'#there is 'Branch offices', 'Datacenter'",
        "Branch offices/North & West#invalid argument: Path 'Branch offices/North & West' does not"
            + " specify a datacenter#there is 'Branch 50%'",
        "Datacenter#invalid argument: Path 'Datacenter' does not specify a compute resource#"
            + "there is 'Cluster', 'Racks', 'esx3.example.com'",
        "Datacenter/esx9#internal error: Could not find compute resource specified in"
            + " 'Datacenter/esx9': there is no 'esx9'#there is 'Cluster', 'Racks',"
            + " 'esx3.example.com'",
        "Datacenter/Racks/Rack 1 + 2#invalid argument: Path 'Datacenter/Racks/Rack 1 + 2' does not"
            + " specify a compute resource#there is 'Edge / Lab'",
        "Datacenter/Cluster#invalid argument: Path 'Datacenter/Cluster' does not specify a host"
            + " system#there is 'esx1.example.com', 'esx2.example.com'",
        "Datacenter/Cluster/esx3#internal error: Could not find host system specified in"
            + " 'Datacenter/Cluster/esx3': there is no 'esx3'#there is 'esx1.example.com',"
            + " 'esx2.example.com'",
        "Datacenter/esx3.example.com/esx3.example.com/x#invalid argument: Path"
            + " 'Datacenter/esx3.example.com/esx3.example.com/x' ends with an excess item#",
      })
  void aMistakeIsAnsweredWithWhatThereIs(String path, String message, @Nullable String hint) {
    try (VimClient client = client()) {
      assertThatThrownBy(() -> resolve(client, path))
          .hasMessage(message)
          .isInstanceOfSatisfying(
              LibvirtException.class,
              e -> assertThat(e.hints()).isEqualTo(hint == null ? List.of() : List.of(hint)));
    }
  }

  /** A tilde stands for a slash inside a name. */
  private static HostScope.Managed resolve(VimClient client, String path) {
    List<String> items =
        Arrays.stream(path.split("/")).map(item -> item.replace('~', '/')).toList();
    return VCenterPath.resolve(client, items);
  }

  private VimClient client() {
    VimClient client = VimClient.connect(server.transport(), ClientOptions.DEFAULT);
    client.login(server.config().userName(), server.config().password());
    return client;
  }
}
