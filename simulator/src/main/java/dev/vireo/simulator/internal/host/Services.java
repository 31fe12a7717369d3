package dev.vireo.simulator.internal.host;

import dev.vireo.simulator.internal.inventory.Product;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.schema.ObjectBuilder;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ObjectOf;
import dev.vireo.vim.types.ServiceContent;
import org.jspecify.annotations.Nullable;

/** References of the services of a product. */
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

  /** Tells what happened. */
  public ManagedObjectReference eventManager() {
    return named("EventManager", "ha-eventmgr", "EventManager");
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
      ApiRelease api, ApiRelease since, ManagedObjectReference ref) {
    return api.has(since) ? ref : null;
  }

  private @Nullable ManagedObjectReference vcenterSince(
      ApiRelease api, ApiRelease since, String type) {
    return vcenterSince(api, since, type, type);
  }

  private @Nullable ManagedObjectReference vcenterSince(
      ApiRelease api, ApiRelease since, String type, String value) {
    return api.has(since) ? vcenterOnly(type, value) : null;
  }

  /** A service that is of one type on hosts, and of another in a vCenter. */
  private @Nullable ManagedObjectReference bothSince(
      ApiRelease api,
      ApiRelease since,
      ManagedObjectReference onHost,
      ManagedObjectReference onVcenter) {
    return since(api, since, product.isVcenter() ? onVcenter : onHost);
  }

  /** What the product can do. */
  ObjectOf capability(ApiRelease api) {
    return ObjectBuilder.of("Capability", api)
        .put("provisioningSupported", product.isVcenter())
        .put("multiHostSupported", product.isVcenter())
        .put("userShellAccessSupported", !product.isVcenter())
        .build();
  }

  /** The services as an API release lists them. */
  public ServiceContent content(ApiRelease api) {
    return new ServiceContent(
        rootFolder,
        propertyCollector(),
        viewManager(),
        product.about(api),
        named("OptionManager", "HostAgentSettings", "VpxSettings"),
        named("UserDirectory", "ha-user-directory", "UserDirectory"),
        sessionManager(),
        named("AuthorizationManager", "ha-authmgr", "AuthorizationManager"),
        since(api, ApiRelease.V5_1, named("ServiceManager", "ha-servicemanager", "ServiceMgr")),
        named("PerformanceManager", "ha-perfmgr", "PerfMgr"),
        vcenterOnly("ScheduledTaskManager", "ScheduledTaskManager"),
        vcenterOnly("AlarmManager", "AlarmManager"),
        eventManager(),
        taskManager(),
        vcenterOnly("ExtensionManager", "ExtensionManager"),
        vcenterOnly("CustomizationSpecManager", "CustomizationSpecManager"),
        vcenterSince(api, ApiRelease.V7_0, "VirtualMachineGuestCustomizationManager"),
        vcenterOnly("CustomFieldsManager", "CustomFieldsManager"),
        product.isVcenter()
            ? null
            : new ManagedObjectReference("HostLocalAccountManager", "ha-localacctmgr"),
        named("DiagnosticManager", "ha-diagnosticmgr", "DiagMgr"),
        named("LicenseManager", "ha-license-manager", "LicenseManager"),
        searchIndex(),
        named("FileManager", "ha-nfc-file-manager", "FileManager"),
        since(
            api,
            ApiRelease.V5_5,
            named(
                "DatastoreNamespaceManager",
                "ha-datastore-namespace-manager",
                "DatastoreNamespaceManager")),
        named("VirtualDiskManager", "ha-vdiskmanager", "virtualDiskManager"),
        null,
        vcenterSince(api, ApiRelease.V4_0, "HostSnmpSystem"),
        vcenterSince(api, ApiRelease.V4_0, "VirtualMachineProvisioningChecker"),
        vcenterSince(api, ApiRelease.V4_0, "VirtualMachineCompatibilityChecker"),
        since(api, ApiRelease.V4_0, named("OvfManager", "ha-ovf-manager", "OvfManager")),
        vcenterSince(api, ApiRelease.V4_0, "IpPoolManager"),
        vcenterSince(api, ApiRelease.V4_0, "DistributedVirtualSwitchManager"),
        vcenterSince(api, ApiRelease.V4_0, "HostProfileManager"),
        vcenterSince(api, ApiRelease.V4_0, "ClusterProfileManager"),
        vcenterSince(api, ApiRelease.V4_0, "ProfileComplianceManager"),
        since(
            api,
            ApiRelease.V4_0,
            named("LocalizationManager", "ha-l10n-manager", "LocalizationManager")),
        vcenterSince(api, ApiRelease.V4_1, "StorageResourceManager"),
        since(
            api,
            ApiRelease.V5_0,
            named(
                "GuestOperationsManager", "ha-guest-operations-manager", "guestOperationsManager")),
        vcenterSince(api, ApiRelease.V6_0, "OverheadMemoryManager"),
        vcenterSince(api, ApiRelease.V6_0, "CertificateManager", "certificateManager"),
        vcenterSince(api, ApiRelease.V6_0, "IoFilterManager"),
        bothSince(
            api,
            ApiRelease.V6_5,
            new ManagedObjectReference("HostVStorageObjectManager", "ha-vstorage-object-manager"),
            new ManagedObjectReference("VcenterVStorageObjectManager", "VStorageObjectManager")),
        vcenterSince(api, ApiRelease.V6_5, "HostSpecificationManager"),
        bothSince(
            api,
            ApiRelease.V6_7,
            new ManagedObjectReference("CryptoManagerHost", "ha-crypto-manager"),
            new ManagedObjectReference("CryptoManagerKmip", "CryptoManager")),
        vcenterSince(api, ApiRelease.V6_5, "HealthUpdateManager"),
        vcenterSince(api, ApiRelease.V6_5, "FailoverClusterConfigurator"),
        vcenterSince(api, ApiRelease.V6_5, "FailoverClusterManager"),
        vcenterSince(api, ApiRelease.V7_0, "TenantTenantManager", "TenantManager"),
        vcenterSince(api, ApiRelease.V7_0, "SiteInfoManager"),
        vcenterSince(api, ApiRelease.V6_7_2, "StorageQueryManager"));
  }
}
