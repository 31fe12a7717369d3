package dev.vireo.simulator.internal.manager;

import dev.vireo.simulator.internal.inventory.Product;
import dev.vireo.simulator.internal.object.PropertyTable;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.schema.ObjectBuilder;
import dev.vireo.vim.types.ArrayOf;
import dev.vireo.vim.types.KeyAnyValue;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ObjectOf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one licence of a host or vCenter: its evaluation (VI API {@code LicenseManager}). */
public final class Licences {

  private static final String KEY = "00000-00000-00000-00000-00000";
  private static final long HOURS_LEFT = 1440;

  private Licences() {}

  static FixedObject manager(ManagedObjectReference ref, Product product) {
    return new FixedObject(
        ref,
        PropertyTable.<FixedObject>of("LicenseManager")
            .with("source", (manager, api) -> source(api))
            .with("sourceAvailable", (manager, api) -> true)
            .with("licensedEdition", (manager, api) -> "")
            .since(
                ApiRelease.V4_0,
                "licenses",
                (manager, api) ->
                    new ArrayOf("LicenseManagerLicenseInfo", List.of(evaluation(product, api))))
            .since(
                ApiRelease.V4_0,
                "licenseAssignmentManager",
                (manager, api) -> assignmentManager(product))
            .since(ApiRelease.V4_0, "evaluation", (manager, api) -> evaluationInfo(api))
            .build());
  }

  /** The reference of what says which licence is whose. */
  static ManagedObjectReference assignmentManager(Product product) {
    return new ManagedObjectReference(
        "LicenseAssignmentManager",
        product.isVcenter() ? "LicenseAssignmentManager" : "ha-license-assignment-manager");
  }

  private static ObjectOf source(ApiRelease api) {
    return ObjectBuilder.of("EvaluationLicenseSource", api)
        .put("remainingHours", HOURS_LEFT)
        .build();
  }

  private static ObjectOf evaluationInfo(ApiRelease api) {
    return ObjectBuilder.of("LicenseManagerEvaluationInfo", api)
        .put("properties", List.of(new KeyAnyValue("expirationHours", HOURS_LEFT)))
        .build();
  }

  private static ObjectOf evaluation(Product product, ApiRelease api) {
    return ObjectBuilder.of("LicenseManagerLicenseInfo", api)
        .put("licenseKey", KEY)
        .put("editionKey", "eval")
        .put("name", "Evaluation Mode")
        .put("total", 0)
        .put("used", 0)
        .put("costUnit", "")
        .put(
            "properties",
            List.of(
                new KeyAnyValue("ProductName", product.name()),
                new KeyAnyValue("ProductVersion", product.version()),
                new KeyAnyValue("expirationHours", HOURS_LEFT)))
        .build();
  }

  /**
   * Which licence is whose.
   *
   * @param entityId value of the reference of a host; null for all, that is the server itself
   * @param serverId how the server is called as an owner of licences
   */
  public static List<Object> assigned(
      Product product, @Nullable String entityId, String serverId, ApiRelease api) {
    String owner = entityId == null || entityId.isEmpty() ? serverId : entityId;
    return List.of(
        ObjectBuilder.of("LicenseAssignmentManagerLicenseAssignment", api)
            .put("entityId", owner)
            .put("entityDisplayName", owner.equals(serverId) ? product.name() : owner)
            .put("assignedLicense", evaluation(product, api))
            .build());
  }
}
