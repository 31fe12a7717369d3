package dev.vireo.simulator.internal.service;

import dev.vireo.simulator.internal.host.ApiVersion;
import dev.vireo.simulator.internal.host.HostState;
import dev.vireo.simulator.internal.host.ManagedEntity;
import dev.vireo.simulator.internal.property.ObjectView;
import dev.vireo.vim.methods.CreateContainerView;
import dev.vireo.vim.methods.CreateListView;
import dev.vireo.vim.methods.DestroyView;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sets of objects. */
final class ViewMethods {

  private static final String MANAGER = "ViewManager";

  private ViewMethods() {}

  static void addTo(MethodTable table) {
    table.add(
        CreateContainerView.class, MANAGER, ApiVersion.V2_5, ViewMethods::createContainerView);
    table.add(CreateListView.class, MANAGER, ApiVersion.V2_5, ViewMethods::createListView);
    table.add(DestroyView.class, "View", ApiVersion.V2_5, ViewMethods::destroy);
  }

  private static ManagedObjectReference createContainerView(Call call, CreateContainerView method) {
    ManagedEntity container = call.require(method.container(), ManagedEntity.class, "container");
    return keep(
        call,
        method.self(),
        new ObjectView.Container(
            newRef(call, method.self(), "ContainerView"),
            container,
            method.type(),
            method.recursive()));
  }

  private static ManagedObjectReference createListView(Call call, CreateListView method) {
    return keep(
        call,
        method.self(),
        new ObjectView.Listed(newRef(call, method.self(), "ListView"), method.obj()));
  }

  private static ManagedObjectReference newRef(
      Call call, ManagedObjectReference self, String type) {
    String key = call.session(self).identity().key();
    return new ManagedObjectReference(type, "session[" + key + "]" + UUID.randomUUID());
  }

  private static ManagedObjectReference keep(
      Call call, ManagedObjectReference self, ObjectView view) {
    call.session(self).add(view);
    return view.ref();
  }

  private static @Nullable Void destroy(Call call, DestroyView method) {
    ObjectView view = call.require(method.self(), ObjectView.class, "_this");
    call.session(method.self()).remove(view.ref());
    // Filters that look through the view have to look again.
    HostState state = call.host().state();
    state.write(() -> state.restructured(view));
    return null;
  }
}
