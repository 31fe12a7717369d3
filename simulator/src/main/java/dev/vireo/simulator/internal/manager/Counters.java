package dev.vireo.simulator.internal.manager;

import dev.vireo.simulator.internal.description.Descriptions;
import dev.vireo.simulator.internal.inventory.Product;
import dev.vireo.simulator.internal.object.PropertyTable;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.schema.ObjectBuilder;
import dev.vireo.vim.types.ArrayOf;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ObjectOf;
import java.util.List;

/**
 * Which figures a host could show (VI API {@code PerformanceManager}). The simulated ones measure
 * nothing.
 */
public final class Counters {

  /** Seconds between two figures of the present. */
  private static final int REFRESH_SECONDS = 20;

  private Counters() {}

  static FixedObject manager(ManagedObjectReference ref, Product product) {
    return new FixedObject(
        ref,
        PropertyTable.<FixedObject>of("PerformanceManager")
            .with("description", (manager, api) -> description(api))
            .with(
                "historicalInterval",
                (manager, api) -> new ArrayOf("PerfInterval", intervals(product, api)))
            .with("perfCounter", (manager, api) -> new ArrayOf("PerfCounterInfo", counters(api)))
            .build());
  }

  private static ObjectOf description(ApiRelease api) {
    return ObjectBuilder.of("PerformanceDescription", api)
        .put(
            "counterType",
            List.of(
                Descriptions.element("average", "Average"),
                Descriptions.element("maximum", "Maximum"),
                Descriptions.element("minimum", "Minimum"),
                Descriptions.element("latest", "Latest"),
                Descriptions.element("summation", "Summation"),
                Descriptions.element("none", "None")))
        .put(
            "statsType",
            List.of(
                Descriptions.element("absolute", "Absolute"),
                Descriptions.element("delta", "Delta"),
                Descriptions.element("rate", "Rate")))
        .build();
  }

  private static List<ObjectOf> intervals(Product product, ApiRelease api) {
    return product.isVcenter()
        ? List.of(
            interval(1, 300, "Past day", 86_400, api),
            interval(2, 1800, "Past week", 604_800, api),
            interval(3, 7200, "Past month", 2_592_000, api),
            interval(4, 86_400, "Past year", 31_536_000, api))
        : List.of(interval(1, 300, "PastDay", 129_600, api));
  }

  private static ObjectOf interval(int key, int period, String name, int length, ApiRelease api) {
    return ObjectBuilder.of("PerfInterval", api)
        .put("key", key)
        .put("samplingPeriod", period)
        .put("name", name)
        .put("length", length)
        .put("level", 1)
        .put("enabled", true)
        .build();
  }

  private static List<ObjectOf> counters(ApiRelease api) {
    return Descriptions.table("counters.txt").stream().map(row -> counter(row, api)).toList();
  }

  private static ObjectOf counter(List<String> row, ApiRelease api) {
    return ObjectBuilder.of("PerfCounterInfo", api)
        .put("key", Integer.parseInt(row.get(0)))
        .put("groupInfo", Descriptions.element(row.get(1), row.get(2)))
        .put("nameInfo", Descriptions.element(row.get(3), row.get(4)))
        .put("unitInfo", Descriptions.element(row.get(5), row.get(6)))
        .put("rollupType", row.get(7))
        .put("statsType", row.get(8))
        .put("level", Integer.parseInt(row.get(9)))
        .put("perDeviceLevel", Integer.parseInt(row.get(9)))
        .build();
  }

  /** The counters with these keys, in the order asked for. */
  public static List<Object> byKey(List<Integer> keys, ApiRelease api) {
    List<ObjectOf> all = counters(api);
    return keys.stream()
        .flatMap(key -> all.stream().filter(counter -> key.equals(counter.get("key"))))
        .<Object>map(counter -> counter)
        .toList();
  }

  /** What kinds of figures an entity would have. */
  public static ObjectOf summary(ManagedObjectReference entity, ApiRelease api) {
    boolean now = entity.type().equals("VirtualMachine") || entity.type().equals("HostSystem");
    return ObjectBuilder.of("PerfProviderSummary", api)
        .put("entity", entity)
        .put("currentSupported", now)
        .put("summarySupported", true)
        .put("refreshRate", now ? REFRESH_SECONDS : null)
        .build();
  }
}
