package dev.vireo.internal.esx;

import dev.vireo.vim.types.AboutInfo;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ServiceContent;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;

/** The singletons of a fake host: only those that the driver needs. */
final class FakeContent {

  private FakeContent() {}

  static ServiceContent of(
      AboutInfo about, ManagedObjectReference root, ManagedObjectReference collector) {
    Map<String, Object> known =
        Map.of(
            "about", about,
            "rootFolder", root,
            "propertyCollector", collector,
            "sessionManager", new ManagedObjectReference("SessionManager", "ha-sessionmgr"),
            "searchIndex", new ManagedObjectReference("SearchIndex", "ha-searchindex"));
    RecordComponent[] components = ServiceContent.class.getRecordComponents();
    try {
      return ServiceContent.class
          .getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
          .newInstance(Arrays.stream(components).map(each -> known.get(each.getName())).toArray());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("no singletons", e);
    }
  }
}
