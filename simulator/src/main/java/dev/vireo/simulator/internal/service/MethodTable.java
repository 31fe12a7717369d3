package dev.vireo.simulator.internal.service;

import dev.vireo.simulator.internal.object.Faults;
import dev.vireo.simulator.internal.object.ManagedObject;
import dev.vireo.simulator.internal.object.RaisedFault;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.vim.methods.VimMethod;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The methods that the host has: for each record of parameters the type it is called on, the API
 * release that brought it, the privilege that it needs on the object that it is called on, and what
 * it does.
 */
public final class MethodTable {

  /**
   * Carries a method out.
   *
   * @param <M> the method
   */
  @FunctionalInterface
  interface Handler<M extends VimMethod<?>> {

    /**
     * Carries it out, and gives its result, or null for none: a record, or an {@code ObjectOf} of
     * its type.
     *
     * @throws RaisedFault the call fails
     */
    @Nullable Object handle(Call call, M method) throws InterruptedException;
  }

  private record Entry<M extends VimMethod<?>>(
      Class<M> method, String type, ApiRelease since, String privilege, Handler<M> handler) {

    /** Whether it changes machines, hosts or files, which a free licence does not allow. */
    boolean changes() {
      String name = method.getSimpleName();
      return (name.endsWith("_Task") && !name.startsWith("SearchDatastore"))
          || name.equals("MakeDirectory")
          || privilege.startsWith("VirtualMachine.")
          || privilege.startsWith("Host.");
    }

    @Nullable Object invoke(Call call, VimMethod<?> arguments) throws InterruptedException {
      return handler.handle(call, method.cast(arguments));
    }
  }

  private final Map<Class<?>, Entry<?>> entries = new LinkedHashMap<>();

  private MethodTable() {}

  /** All methods of the simulated host. */
  public static MethodTable complete() {
    MethodTable table = new MethodTable();
    SessionMethods.addTo(table);
    PropertyMethods.addTo(table);
    UpdateMethods.addTo(table);
    ViewMethods.addTo(table);
    SearchMethods.addTo(table);
    PowerMethods.addTo(table);
    MachineMethods.addTo(table);
    SnapshotMethods.addTo(table);
    MigrationMethods.addTo(table);
    FileMethods.addTo(table);
    FileManagerMethods.addTo(table);
    VirtualDiskMethods.addTo(table);
    AccessMethods.addTo(table);
    HistoryMethods.addTo(table);
    ServiceMethods.addTo(table);
    HostServiceMethods.addTo(table);
    AutoStartMethods.addTo(table);
    return table;
  }

  /** What methods need that clients may call before they log in. */
  static final String ANONYMOUS = "System.Anonymous";

  /** What methods need that are for all users, or that look at parameters for what they need. */
  static final String VIEW = "System.View";

  /** What methods need that read what an object shows. */
  static final String READ = "System.Read";

  /**
   * Adds a method.
   *
   * @param privilege what the user needs on the object that it is called on, or, where that is not
   *     in the tree of the host, on the root; {@link #ANONYMOUS} where no session is needed
   */
  <M extends VimMethod<?>> void add(
      Class<M> method, String type, ApiRelease since, String privilege, Handler<M> handler) {
    add(new Entry<>(method, type, since, privilege, handler));
  }

  private void add(Entry<?> entry) {
    if (entries.put(entry.method(), entry) != null) {
      throw new IllegalStateException("Two handlers for " + entry.method());
    }
  }

  /** The methods in this table. */
  public Set<Class<?>> methods() {
    return Collections.unmodifiableSet(entries.keySet());
  }

  /** The privileges that methods need on the object that they are called on, by their names. */
  public Map<String, String> privileges() {
    Map<String, String> privileges = new TreeMap<>();
    entries.forEach((method, entry) -> privileges.put(method.getSimpleName(), entry.privilege()));
    return privileges;
  }

  /**
   * Carries a call out.
   *
   * @throws RaisedFault the call fails; {@code MethodNotFound} when this host and release have no
   *     such method on such an object
   */
  public @Nullable Object invoke(Call call, VimMethod<?> method) throws InterruptedException {
    Entry<?> entry = entries.get(method.getClass());
    String name = method.getClass().getSimpleName();
    if (entry == null || !call.host().product().api().has(entry.since())) {
      throw Faults.methodNotFound(method.self(), name);
    }
    boolean open = entry.privilege().equals(ANONYMOUS);
    if (!open) {
      call.session(method.self());
    }
    if (!fits(call, method.self(), entry.type())) {
      throw Faults.methodNotFound(method.self(), name);
    }
    if (!open) {
      call.requirePrivilege(entry.privilege(), method.self());
    }
    if (call.host().config().freeLicence() && entry.changes()) {
      throw Faults.restrictedVersion();
    }
    call.host().managedHosts().refresh();
    return entry.invoke(call, method);
  }

  /** Whether an object is of a type. A client without a session has no property collector yet. */
  private static boolean fits(Call call, ManagedObjectReference self, String type) {
    ManagedObject object = call.find(self);
    if (object != null) {
      return object.isA(type);
    }
    if (!self.value().equals(call.host().services().propertyCollector().value())) {
      throw Faults.objectNotFound(self);
    }
    return type.equals("PropertyCollector");
  }
}
