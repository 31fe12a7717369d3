package dev.vireo.internal.esx;

import dev.vireo.simulator.Preset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * An operation of the driver, with what it may cost, what the user needs for it and what it
 * changes. What must hold for every operation is tested by a loop over {@link #all}, so that one
 * that is added is tested at once; {@link RegistryTest} finds what was not added.
 *
 * @param text what a user does
 * @param products the products that it is there on
 * @param functions the libvirt functions that it calls
 * @param least fewest requests, whatever the host and the moment
 * @param most most requests; those of a wait depend on the moment
 * @param perPage most requests for each further page of 5,000 machines
 * @param needs what the user must be allowed to
 * @param changes the VI methods that change something, each called once at most; the last of them
 *     is waited for where it is a task
 * @param start brings the host into the state that the operation starts from, whatever it is in
 * @param action does it, and checks its result
 * @param varies whether the number of requests depends on the moment, though nothing is waited for
 */
record HostOperation(
    String text,
    Set<Preset> products,
    List<String> functions,
    int least,
    int most,
    int perPage,
    List<Need> needs,
    List<String> changes,
    Consumer<Operations> start,
    Consumer<Operations> action,
    boolean varies) {

  /** All operations, part by part. */
  static List<HostOperation> all() {
    return Stream.of(
            LookupOperations.ALL,
            ReadingOperations.ALL,
            DefinitionOperations.ALL,
            DefiningOperations.ALL,
            PowerOperations.ALL,
            ConfigurationOperations.ALL,
            EventOperations.ALL,
            SnapshotOperations.ALL,
            HostFactsOperations.ALL,
            MigrationOperations.ALL)
        .flatMap(List::stream)
        .toList();
  }

  /** All operations that there are on a product. */
  static List<HostOperation> on(Preset preset) {
    return all().stream().filter(each -> each.products().contains(preset)).toList();
  }

  /**
   * What a user must be allowed to.
   *
   * @param request the VI method, or file request, that the host denies otherwise
   * @param privilege the VI privilege
   */
  record Need(String request, String privilege) {

    /** To read properties. */
    static final Need READ = new Need("RetrievePropertiesEx", "System.Read");

    /** To search the inventory. */
    static final Need FIND = new Need("FindByUuid", "System.View");

    /** To read a file of a datastore. */
    static final Need FILE = new Need("GET /folder", "Datastore.Browse");

    /** Whether it is a request for a file, which is denied without a reason. */
    boolean isOfFile() {
      return request.contains(" /");
    }
  }

  /** Whether it changes nothing. */
  boolean reads() {
    return changes.isEmpty();
  }

  /** Whether it waits for a task. */
  boolean waits() {
    return !changes.isEmpty() && changes.getLast().endsWith("_Task");
  }

  /** Does it, and checks its result. */
  void run(Operations on) {
    action.accept(on);
  }

  @Override
  public String toString() {
    return text;
  }

  /** An operation that needs and changes nothing. */
  static Builder named(String text) {
    return new Builder(text);
  }

  /** Says what an operation is. */
  static final class Builder {
    private final String text;
    private Set<Preset> products = EnumSet.allOf(Preset.class);
    private List<String> functions = List.of();
    private int least;
    private int most;
    private int perPage;
    private List<Need> needs = List.of();
    private List<String> changes = List.of();
    private Consumer<Operations> start = on -> {};
    private boolean varies;

    private Builder(String text) {
      this.text = text;
    }

    /** Says which products it is there on; all unless it is said. */
    Builder onlyOn(Preset... all) {
      products = Set.of(all);
      return this;
    }

    Builder calls(String... all) {
      functions = List.of(all);
      return this;
    }

    Builder costs(int requests) {
      return costs(requests, requests);
    }

    Builder costs(int newLeast, int newMost) {
      least = newLeast;
      most = newMost;
      return this;
    }

    Builder perPage(int requests) {
      perPage = requests;
      return this;
    }

    Builder needs(Need... all) {
      needs = List.of(all);
      return this;
    }

    Builder changes(String... methods) {
      changes = List.of(methods);
      return this;
    }

    Builder varies() {
      varies = true;
      return this;
    }

    Builder startsFrom(Consumer<Operations> state) {
      start = state;
      return this;
    }

    HostOperation does(Consumer<Operations> action) {
      return new HostOperation(
          text, products, functions, least, most, perPage, needs, changes, start, action, varies);
    }
  }
}
