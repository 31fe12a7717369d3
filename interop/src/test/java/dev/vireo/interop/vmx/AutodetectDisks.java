package dev.vireo.interop.vmx;

import dev.vireo.interop.SimulatedHost;
import dev.vireo.vim.transport.VimTransport;
import dev.vireo.vim.transport.WireRequest;
import dev.vireo.vim.transport.WireRequest.Verb;
import dev.vireo.vim.transport.WireResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/**
 * Virtual disks on the simulated host, from which libvirt finds the model of a SCSI controller with
 * {@code model='auto'}.
 */
final class AutodetectDisks {
  /** Path on the datastore, and the adapter that the disk was made for. */
  static final Map<String, String> ADAPTERS =
      Map.of(
          "auto/lsilogic.vmdk", "lsilogic",
          "auto/lsilogic-2.vmdk", "lsilogic",
          "auto/buslogic.vmdk", "buslogic",
          "auto/lsisas1068.vmdk", "lsisas1068",
          "auto/pvscsi.vmdk", "pvscsi",
          "auto/ide.vmdk", "ide",
          "root-lsilogic.vmdk", "lsilogic");

  private AutodetectDisks() {}

  /** Uploads them to the host's datastore. */
  static void putOn(SimulatedHost host, Site site) {
    String credentials = SimulatedHost.USER + ":" + SimulatedHost.PASSWORD;
    String header =
        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    try (VimTransport transport = host.simulator().transport()) {
      ADAPTERS.forEach((path, adapter) -> {
        String target = "/folder/" + path + "?dsName=" + site.datastore();
        WireRequest request =
            new WireRequest(
                Verb.PUT,
                target,
                Map.of("Authorization", header),
                descriptor(adapter).getBytes(StandardCharsets.UTF_8),
                "PUT " + target,
                true,
                Duration.ofMinutes(1));
        WireResponse response = transport.send(request);
        if (response.status() >= 300) {
          throw new AssertionError(target + ": " + response.status());
        }
      });
    }
  }

  private static String descriptor(String adapter) {
    return """
    # Disk DescriptorFile
    version=1
    CID=fffffffe
    parentCID=ffffffff
    createType="vmfs"
    RW 2097152 VMFS "flat.vmdk"
    ddb.adapterType = "%s"
    ddb.virtualHWVersion = "8"
    """
        .formatted(adapter);
  }
}
