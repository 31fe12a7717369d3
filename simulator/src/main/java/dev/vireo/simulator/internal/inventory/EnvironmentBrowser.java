package dev.vireo.simulator.internal.inventory;

import dev.vireo.simulator.internal.datastore.DatastoreBrowser;
import dev.vireo.simulator.internal.object.ManagedObject;
import dev.vireo.simulator.internal.object.PropertyTable;
import dev.vireo.vim.types.ManagedObjectReference;

/** Says what new machines could be made of (VI API {@code EnvironmentBrowser}). */
final class EnvironmentBrowser extends ManagedObject {

  private static final PropertyTable<EnvironmentBrowser> PROPERTIES =
      PropertyTable.<EnvironmentBrowser>of("EnvironmentBrowser")
          .with("datastoreBrowser", (browser, api) -> browser.datastores.ref())
          .build();

  private final DatastoreBrowser datastores;

  EnvironmentBrowser(ManagedObjectReference ref, DatastoreBrowser datastores) {
    super(ref);
    this.datastores = datastores;
  }

  @Override
  protected PropertyTable<?> table() {
    return PROPERTIES;
  }
}
