package dev.vireo.vim.types;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The singletons of a server; what an API version or product lacks is null (VI API {@code
 * ServiceContent}).
 *
 * @param rootFolder the top of the inventory
 * @param propertyCollector the session's default property collector
 * @param viewManager the view manager; null when the server does not say
 * @param about what product answers
 * @param setting the setting; null when the server does not say
 * @param userDirectory the user directory; null when the server does not say
 * @param sessionManager the session manager; null when the server does not say
 * @param authorizationManager the authorization manager; null when the server does not say
 * @param serviceManager the service manager; null when the server does not say
 * @param perfManager the perf manager; null when the server does not say
 * @param scheduledTaskManager the scheduled task manager; null when the server does not say
 * @param alarmManager the alarm manager; null when the server does not say
 * @param eventManager the event manager; null when the server does not say
 * @param taskManager the task manager; null when the server does not say
 * @param extensionManager the extension manager; null when the server does not say
 * @param customizationSpecManager the customization spec manager; null when the server does not say
 * @param guestCustomizationManager the guest customization manager; null when the server does not
 *     say
 * @param customFieldsManager the custom fields manager; null when the server does not say
 * @param accountManager the account manager; null when the server does not say
 * @param diagnosticManager the diagnostic manager; null when the server does not say
 * @param licenseManager the license manager; null when the server does not say
 * @param searchIndex the search index; null when the server does not say
 * @param fileManager the file manager; null when the server does not say
 * @param datastoreNamespaceManager the datastore namespace manager; null when the server does not
 *     say
 * @param virtualDiskManager the virtual disk manager; null when the server does not say
 * @param virtualizationManager the virtualization manager; null when the server does not say
 * @param snmpSystem the snmp system; null when the server does not say
 * @param vmProvisioningChecker the vm provisioning checker; null when the server does not say
 * @param vmCompatibilityChecker the vm compatibility checker; null when the server does not say
 * @param ovfManager the ovf manager; null when the server does not say
 * @param ipPoolManager the ip pool manager; null when the server does not say
 * @param dvSwitchManager the dv switch manager; null when the server does not say
 * @param hostProfileManager the host profile manager; null when the server does not say
 * @param clusterProfileManager the cluster profile manager; null when the server does not say
 * @param complianceManager the compliance manager; null when the server does not say
 * @param localizationManager the localization manager; null when the server does not say
 * @param storageResourceManager the storage resource manager; null when the server does not say
 * @param guestOperationsManager the guest operations manager; null when the server does not say
 * @param overheadMemoryManager the overhead memory manager; null when the server does not say
 * @param certificateManager the certificate manager; null when the server does not say
 * @param ioFilterManager the IO filter manager; null when the server does not say
 * @param vStorageObjectManager the virtual storage object manager; null when the server does not
 *     say
 * @param hostSpecManager the host specification manager; null when the server does not say
 * @param cryptoManager the crypto manager; null when the server does not say
 * @param healthUpdateManager the health update manager; null when the server does not say
 * @param failoverClusterConfigurator the failover cluster configurator; null when the server does
 *     not say
 * @param failoverClusterManager the failover cluster manager; null when the server does not say
 * @param tenantManager the tenant manager; null when the server does not say
 * @param siteInfoManager the site info manager; null when the server does not say
 * @param storageQueryManager the storage query manager; null when the server does not say
 */
public record ServiceContent(
    ManagedObjectReference rootFolder,
    ManagedObjectReference propertyCollector,
    @Nullable ManagedObjectReference viewManager,
    AboutInfo about,
    @Nullable ManagedObjectReference setting,
    @Nullable ManagedObjectReference userDirectory,
    @Nullable ManagedObjectReference sessionManager,
    @Nullable ManagedObjectReference authorizationManager,
    @Nullable ManagedObjectReference serviceManager,
    @Nullable ManagedObjectReference perfManager,
    @Nullable ManagedObjectReference scheduledTaskManager,
    @Nullable ManagedObjectReference alarmManager,
    @Nullable ManagedObjectReference eventManager,
    @Nullable ManagedObjectReference taskManager,
    @Nullable ManagedObjectReference extensionManager,
    @Nullable ManagedObjectReference customizationSpecManager,
    @Nullable ManagedObjectReference guestCustomizationManager,
    @Nullable ManagedObjectReference customFieldsManager,
    @Nullable ManagedObjectReference accountManager,
    @Nullable ManagedObjectReference diagnosticManager,
    @Nullable ManagedObjectReference licenseManager,
    @Nullable ManagedObjectReference searchIndex,
    @Nullable ManagedObjectReference fileManager,
    @Nullable ManagedObjectReference datastoreNamespaceManager,
    @Nullable ManagedObjectReference virtualDiskManager,
    @Nullable ManagedObjectReference virtualizationManager,
    @Nullable ManagedObjectReference snmpSystem,
    @Nullable ManagedObjectReference vmProvisioningChecker,
    @Nullable ManagedObjectReference vmCompatibilityChecker,
    @Nullable ManagedObjectReference ovfManager,
    @Nullable ManagedObjectReference ipPoolManager,
    @Nullable ManagedObjectReference dvSwitchManager,
    @Nullable ManagedObjectReference hostProfileManager,
    @Nullable ManagedObjectReference clusterProfileManager,
    @Nullable ManagedObjectReference complianceManager,
    @Nullable ManagedObjectReference localizationManager,
    @Nullable ManagedObjectReference storageResourceManager,
    @Nullable ManagedObjectReference guestOperationsManager,
    @Nullable ManagedObjectReference overheadMemoryManager,
    @Nullable ManagedObjectReference certificateManager,
    @Nullable ManagedObjectReference ioFilterManager,
    @Nullable ManagedObjectReference vStorageObjectManager,
    @Nullable ManagedObjectReference hostSpecManager,
    @Nullable ManagedObjectReference cryptoManager,
    @Nullable ManagedObjectReference healthUpdateManager,
    @Nullable ManagedObjectReference failoverClusterConfigurator,
    @Nullable ManagedObjectReference failoverClusterManager,
    @Nullable ManagedObjectReference tenantManager,
    @Nullable ManagedObjectReference siteInfoManager,
    @Nullable ManagedObjectReference storageQueryManager)
    implements DataObject {

  /** Checks that the required components are there. */
  public ServiceContent {
    Objects.requireNonNull(rootFolder, "rootFolder");
    Objects.requireNonNull(propertyCollector, "propertyCollector");
    Objects.requireNonNull(about, "about");
  }
}
