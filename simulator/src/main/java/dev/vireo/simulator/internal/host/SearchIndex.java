package dev.vireo.simulator.internal.host;

import dev.vireo.vim.types.ManagedObjectReference;

/**
 * The object that searches are called on (VI API {@code SearchIndex}); {@link Search} does them.
 */
final class SearchIndex extends ManagedObject {

  private static final PropertyTable<SearchIndex> PROPERTIES =
      PropertyTable.<SearchIndex>of("SearchIndex").build();

  SearchIndex(ManagedObjectReference ref) {
    super(ref);
  }

  @Override
  protected PropertyTable<?> table() {
    return PROPERTIES;
  }
}
