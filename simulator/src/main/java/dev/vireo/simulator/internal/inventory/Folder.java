package dev.vireo.simulator.internal.inventory;

import dev.vireo.simulator.internal.object.HostState;
import dev.vireo.simulator.internal.object.PropertyTable;
import dev.vireo.simulator.internal.object.References;
import dev.vireo.vim.types.ArrayOf;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;

/** A folder of the inventory (VI API {@code Folder}). */
public final class Folder extends ManagedEntity {

  private static final PropertyTable<Folder> PROPERTIES =
      PropertyTable.<Folder>of("Folder", ManagedEntity.PROPERTIES)
          .with("childType", (folder, api) -> new ArrayOf("string", folder.childTypes))
          .with("childEntity", (folder, api) -> folder.children.array())
          .build();

  private final List<String> childTypes;
  private final References<ManagedEntity> children = new References<>();

  Folder(HostState state, ManagedObjectReference ref, String name, List<String> childTypes) {
    super(state, ref, name);
    this.childTypes = List.copyOf(childTypes);
  }

  /** Whether things of a type can lie in it. */
  public boolean holds(String type) {
    return childTypes.contains(type);
  }

  public void add(ManagedEntity child) {
    children.add(child);
    child.setParent(this);
    state.restructured(this);
  }

  public void remove(ManagedEntity child) {
    children.remove(child);
    child.setParent(null);
    state.restructured(this);
  }

  @Override
  public List<ManagedEntity> children() {
    return children.objects();
  }

  @Override
  protected PropertyTable<?> table() {
    return PROPERTIES;
  }
}
