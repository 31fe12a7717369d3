package dev.vireo.simulator.internal.manager;

import dev.vireo.simulator.internal.object.ManagedObject;
import dev.vireo.simulator.internal.object.PropertyTable;
import dev.vireo.vim.types.ManagedObjectReference;

/** A managed object whose properties never change. */
public final class FixedObject extends ManagedObject {

  private final PropertyTable<FixedObject> properties;

  /**
   * @param ref the reference by which clients know the object
   * @param properties the properties that it has values for
   */
  public FixedObject(ManagedObjectReference ref, PropertyTable<FixedObject> properties) {
    super(ref);
    this.properties = properties;
  }

  /** An object whose type has no properties, or whose properties are all unset or empty. */
  public static FixedObject plain(ManagedObjectReference ref) {
    return new FixedObject(ref, PropertyTable.<FixedObject>of(ref.type()).build());
  }

  @Override
  protected PropertyTable<?> table() {
    return properties;
  }
}
