package dev.vireo.simulator.internal.service;

import dev.vireo.simulator.internal.object.ManagedObject;
import dev.vireo.simulator.internal.object.PropertyTable;
import dev.vireo.vim.types.ManagedObjectReference;

/** The object that views are made by (VI API {@code ViewManager}). */
final class ViewManager extends ManagedObject {

  private static final PropertyTable<ViewManager> PROPERTIES =
      PropertyTable.<ViewManager>of("ViewManager").build();

  ViewManager(ManagedObjectReference ref) {
    super(ref);
  }

  @Override
  protected PropertyTable<?> table() {
    return PROPERTIES;
  }
}
