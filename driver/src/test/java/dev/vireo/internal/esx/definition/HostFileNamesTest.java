package dev.vireo.internal.esx.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.vmx.DatastorePath;
import dev.vireo.vmx.DatastoreResolver.Datastore;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HostFileNamesTest {

  /** vSphere lets them, and the API writes them as they are. */
  @Test
  void namesOfDatastoresMayHaveBrackets() {
    HostDatastores datastores =
        new HostDatastores(
            "8.0.3",
            List.of(
                new Datastore("a", "/vmfs/volumes/1"),
                new Datastore("a]b", "/vmfs/volumes/2"),
                new Datastore("ds [1]", "/vmfs/volumes/3")),
            Map.of());
    HostFileNames names =
        new HostFileNames(new DatastorePath("a]b", "web/web.vmx"), () -> datastores, path -> null);

    assertThat(names.toVmx("[a]b] x.vmdk")).isEqualTo("/vmfs/volumes/2/x.vmdk");
    assertThat(names.toVmx("[ds [1]] x.vmdk")).isEqualTo("/vmfs/volumes/3/x.vmdk");
    assertThat(names.toVmx("[a] x].vmdk")).isEqualTo("/vmfs/volumes/1/x].vmdk");
    assertThat(names.toDomain("web.vmdk")).isEqualTo("[a]b] web/web.vmdk");
  }
}
