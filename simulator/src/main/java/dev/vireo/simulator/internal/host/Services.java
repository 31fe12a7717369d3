package dev.vireo.simulator.internal.host;

import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ServiceContent;
import org.jspecify.annotations.Nullable;

/**
 * References of the services of a product. A service that is only named, and never called by the
 * clients that the simulator is for, has a reference but no object.
 */
public final class Services {

  /** The one reference that all clients know beforehand. */
  public static final ManagedObjectReference SERVICE_INSTANCE =
      new ManagedObjectReference("ServiceInstance", "ServiceInstance");

  private final Product product;
  private final ManagedObjectReference rootFolder;

  Services(Product product, ManagedObjectReference rootFolder) {
    this.product = product;
    this.rootFolder = rootFolder;
  }

  /** The property collector that every session has. */
  public ManagedObjectReference propertyCollector() {
    return named("PropertyCollector", "ha-property-collector", "propertyCollector");
  }

  /** Makes views. */
  public ManagedObjectReference viewManager() {
    return named("ViewManager", "ViewManager", "ViewManager");
  }

  /** Logs clients in and out. */
  public ManagedObjectReference sessionManager() {
    return named("SessionManager", "ha-sessionmgr", "SessionManager");
  }

  /** Finds objects by what is known of them. */
  public ManagedObjectReference searchIndex() {
    return named("SearchIndex", "ha-searchindex", "SearchIndex");
  }

  /** Lists tasks. */
  public ManagedObjectReference taskManager() {
    return named("TaskManager", "ha-taskmgr", "TaskManager");
  }

  private ManagedObjectReference named(String type, String onHost, String onVcenter) {
    return new ManagedObjectReference(type, product.isVcenter() ? onVcenter : onHost);
  }

  private @Nullable ManagedObjectReference vcenterOnly(String type, String value) {
    return product.isVcenter() ? new ManagedObjectReference(type, value) : null;
  }

  private @Nullable ManagedObjectReference since(
      ApiVersion api, ApiVersion since, ManagedObjectReference ref) {
    return api.has(since) ? ref : null;
  }

  private @Nullable ManagedObjectReference vcenterSince(
      ApiVersion api, ApiVersion since, String type) {
    return api.has(since) ? vcenterOnly(type, type) : null;
  }

  /** The services as an API release lists them. */
  ServiceContent content(ApiVersion api) {
    return new ServiceContent(
        rootFolder,
        propertyCollector(),
        viewManager(),
        product.about(api),
        named("OptionManager", "HostAgentSettings", "VpxSettings"),
        named("UserDirectory", "ha-user-directory", "UserDirectory"),
        sessionManager(),
        named("AuthorizationManager", "ha-authmgr", "AuthorizationManager"),
        named("ServiceManager", "ha-servicemanager", "ServiceMgr"),
        named("PerformanceManager", "ha-perfmgr", "PerfMgr"),
        vcenterOnly("ScheduledTaskManager", "ScheduledTaskManager"),
        vcenterOnly("AlarmManager", "AlarmManager"),
        named("EventManager", "ha-eventmgr", "EventManager"),
        taskManager(),
        vcenterOnly("ExtensionManager", "ExtensionManager"),
        vcenterOnly("CustomizationSpecManager", "CustomizationSpecManager"),
        vcenterOnly("CustomFieldsManager", "CustomFieldsManager"),
        product.isVcenter()
            ? null
            : new ManagedObjectReference("HostLocalAccountManager", "ha-localacctmgr"),
        vcenterOnly("DiagnosticManager", "DiagMgr"),
        named("LicenseManager", "ha-license-manager", "LicenseManager"),
        searchIndex(),
        named("FileManager", "ha-nfc-file-manager", "FileManager"),
        null,
        named("VirtualDiskManager", "ha-vdiskmanager", "virtualDiskManager"),
        null,
        vcenterSince(api, ApiVersion.V4_0, "HostSnmpSystem"),
        vcenterSince(api, ApiVersion.V4_0, "VirtualMachineProvisioningChecker"),
        vcenterSince(api, ApiVersion.V4_0, "VirtualMachineCompatibilityChecker"),
        since(api, ApiVersion.V4_0, named("OvfManager", "ha-ovf-manager", "OvfManager")),
        vcenterSince(api, ApiVersion.V4_0, "IpPoolManager"),
        vcenterSince(api, ApiVersion.V4_0, "DistributedVirtualSwitchManager"),
        vcenterSince(api, ApiVersion.V4_0, "HostProfileManager"),
        vcenterSince(api, ApiVersion.V4_0, "ClusterProfileManager"),
        vcenterSince(api, ApiVersion.V4_0, "ProfileComplianceManager"),
        since(
            api,
            ApiVersion.V4_0,
            named("LocalizationManager", "ha-l10n-manager", "LocalizationManager")),
        vcenterSince(api, ApiVersion.V4_1, "StorageResourceManager"),
        since(
            api,
            ApiVersion.V5_0,
            named(
                "GuestOperationsManager",
                "ha-guest-operations-manager",
                "guestOperationsManager")));
  }
}
