package dev.vireo.simulator.internal.inventory;

import dev.vireo.simulator.internal.object.ManagedObject;
import dev.vireo.simulator.internal.object.PropertyTable;
import dev.vireo.vim.types.ManagedObjectReference;

/**
 * The object that searches are called on (VI API {@code SearchIndex}); {@link Search} does them.
 */
public final class SearchIndex extends ManagedObject {

  private static final PropertyTable<SearchIndex> PROPERTIES =
      PropertyTable.<SearchIndex>of("SearchIndex").build();

  public SearchIndex(ManagedObjectReference ref) {
    super(ref);
  }

  @Override
  protected PropertyTable<?> table() {
    return PROPERTIES;
  }
}
