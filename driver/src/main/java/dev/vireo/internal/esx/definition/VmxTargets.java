package dev.vireo.internal.esx.definition;

import dev.vireo.internal.esx.HostContext;
import dev.vireo.internal.esx.ServerProduct;
import dev.vireo.vmx.VmxTarget;
import dev.vireo.vmx.device.VmwareProduct;
import java.util.function.Supplier;

/** What VMX files are written for. */
final class VmxTargets {

  private VmxTargets() {}

  /** The newest virtual hardware of the host, which may be older than its vCenter. */
  static VmxTarget of(HostContext host, Supplier<HostDatastores> datastores) {
    var about = host.client().serviceContent().about();
    return switch (ServerProduct.of(about)) {
      case GSX -> VmxTarget.of(VmwareProduct.GSX, about.version());
      case ESX -> VmxTarget.of(VmwareProduct.ESX, about.version());
      case VPX -> {
        String version = datastores.get().hostVersion();
        yield VmxTarget.of(VmwareProduct.ESX, version == null ? about.version() : version);
      }
    };
  }
}
