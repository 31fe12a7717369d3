package dev.vireo.simulator.internal.service;

import dev.vireo.simulator.internal.inventory.ManagedEntity;
import dev.vireo.simulator.internal.object.HostState;
import dev.vireo.simulator.internal.property.ObjectView;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.vim.methods.CreateContainerView;
import dev.vireo.vim.methods.CreateListView;
import dev.vireo.vim.methods.CreateListViewFromView;
import dev.vireo.vim.methods.DestroyView;
import dev.vireo.vim.methods.ModifyListView;
import dev.vireo.vim.methods.ResetListView;
import dev.vireo.vim.methods.ResetListViewFromView;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Sets of objects. */
final class ViewMethods {

  private static final String MANAGER = "ViewManager";
  private static final String LIST = "ListView";

  private ViewMethods() {}

  static void addTo(MethodTable table) {
    table.add(
        CreateContainerView.class,
        MANAGER,
        ApiRelease.V2_5,
        MethodTable.VIEW,
        ViewMethods::createContainerView);
    table.add(
        CreateListView.class,
        MANAGER,
        ApiRelease.V2_5,
        MethodTable.VIEW,
        ViewMethods::createListView);
    table.add(
        CreateListViewFromView.class,
        MANAGER,
        ApiRelease.V2_5,
        MethodTable.VIEW,
        (call, m) -> listView(call, m.self(), membersOf(call, m.view())));
    table.add(
        ResetListView.class,
        LIST,
        ApiRelease.V2_5,
        MethodTable.VIEW,
        (call, m) -> change(call, m.self(), objects -> m.obj()));
    table.add(
        ResetListViewFromView.class,
        LIST,
        ApiRelease.V2_5,
        MethodTable.VIEW,
        (call, m) -> {
          List<ManagedObjectReference> members = membersOf(call, m.view());
          change(call, m.self(), objects -> members);
          return null;
        });
    table.add(ModifyListView.class, LIST, ApiRelease.V2_5, MethodTable.VIEW, ViewMethods::modify);
    table.add(DestroyView.class, "View", ApiRelease.V2_5, MethodTable.VIEW, ViewMethods::destroy);
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
    return listView(call, method.self(), method.obj());
  }

  private static ManagedObjectReference listView(
      Call call, ManagedObjectReference self, List<ManagedObjectReference> objects) {
    return keep(call, self, new ObjectView.Listed(newRef(call, self, LIST), objects));
  }

  private static List<ManagedObjectReference> membersOf(Call call, ManagedObjectReference view) {
    ObjectView found = call.require(view, ObjectView.class, "view");
    return call.host().state().read(found::members);
  }

  private static List<ManagedObjectReference> modify(Call call, ModifyListView method) {
    return change(
        call,
        method.self(),
        objects -> {
          List<ManagedObjectReference> changed = new ArrayList<>(objects);
          changed.addAll(method.add());
          changed.removeAll(method.remove());
          return changed;
        });
  }

  /** Changes the members of a view; gives those of the new ones that do not exist. */
  private static List<ManagedObjectReference> change(
      Call call, ManagedObjectReference self, UnaryOperator<List<ManagedObjectReference>> change) {
    ObjectView.Listed view = call.require(self, ObjectView.Listed.class, "_this");
    HostState state = call.host().state();
    return state.write(() -> {
      List<ManagedObjectReference> wanted = change.apply(view.members());
      view.reset(wanted.stream().filter(ref -> call.find(ref) != null).toList());
      // Filters that look through the view have to look again.
      state.restructured(view);
      return wanted.stream().filter(ref -> call.find(ref) == null).toList();
    });
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
