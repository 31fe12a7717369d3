package dev.vireo.simulator.internal.property;

import dev.vireo.simulator.internal.inventory.ManagedEntity;
import dev.vireo.simulator.internal.object.ManagedObject;
import dev.vireo.simulator.internal.object.PropertyTable;
import dev.vireo.vim.types.ArrayOf;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A set of objects that a client has asked for (VI API {@code ManagedObjectView}). */
public abstract sealed class ObjectView extends ManagedObject {

  private static final PropertyTable<ObjectView> PROPERTIES =
      PropertyTable.<ObjectView>of(
              "ManagedObjectView", PropertyTable.<ObjectView>of("View").build())
          .with("view", (view, api) -> ArrayOf.references(view.members()))
          .build();

  private ObjectView(ManagedObjectReference ref) {
    super(ref);
  }

  /** The objects as the inventory is now. */
  public abstract List<ManagedObjectReference> members();

  /** All objects of some types below an entity (VI API {@code ContainerView}). */
  public static final class Container extends ObjectView {

    private static final PropertyTable<Container> TABLE =
        PropertyTable.<Container>of("ContainerView", PROPERTIES)
            .with("container", (view, api) -> view.container.ref())
            .with("type", (view, api) -> new ArrayOf("string", view.types))
            .with("recursive", (view, api) -> view.recursive)
            .build();

    private final ManagedEntity container;
    private final List<String> types;
    private final boolean recursive;

    /**
     * @param ref the view's reference
     * @param container where to look
     * @param types VI types to look for; empty for all
     * @param recursive whether to look below the children, too
     */
    public Container(
        ManagedObjectReference ref,
        ManagedEntity container,
        List<String> types,
        boolean recursive) {
      super(ref);
      this.container = container;
      this.types = List.copyOf(types);
      this.recursive = recursive;
    }

    @Override
    public List<ManagedObjectReference> members() {
      Set<ManagedObjectReference> members = new LinkedHashSet<>();
      ArrayDeque<ManagedEntity> open = new ArrayDeque<>(container.children());
      while (!open.isEmpty()) {
        ManagedEntity entity = open.poll();
        if (types.isEmpty() || types.stream().anyMatch(entity::isA)) {
          members.add(entity.ref());
        }
        if (recursive) {
          open.addAll(entity.children());
        }
      }
      return List.copyOf(members);
    }

    @Override
    protected PropertyTable<?> table() {
      return TABLE;
    }
  }

  /** Exactly the objects that the client has named (VI API {@code ListView}). */
  public static final class Listed extends ObjectView {

    private static final PropertyTable<Listed> TABLE =
        PropertyTable.<Listed>of("ListView", PROPERTIES).build();

    private volatile List<ManagedObjectReference> objects;

    /**
     * @param ref the view's reference
     * @param objects the members
     */
    public Listed(ManagedObjectReference ref, List<ManagedObjectReference> objects) {
      super(ref);
      this.objects = List.copyOf(new LinkedHashSet<>(objects));
    }

    /** Replaces the members. */
    public void reset(List<ManagedObjectReference> newObjects) {
      objects = List.copyOf(new LinkedHashSet<>(newObjects));
    }

    @Override
    public List<ManagedObjectReference> members() {
      return objects;
    }

    @Override
    protected PropertyTable<?> table() {
      return TABLE;
    }
  }
}
