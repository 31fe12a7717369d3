package dev.vireo.simulator.internal.task;

import dev.vireo.simulator.internal.object.ManagedObject;
import dev.vireo.simulator.internal.object.PropertyTable;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.vim.types.ArrayOf;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A client's window on a part of the history (VI API {@code HistoryCollector}): a page with the
 * latest, and a place from which to read towards the newest or the oldest. Guarded by {@link
 * HostState}.
 */
public final class HistoryCollector extends ManagedObject implements AutoCloseable {

  /** What a history is made of. */
  public enum Kind {
    EVENTS("EventHistoryCollector", "Event"),
    TASKS("TaskHistoryCollector", "TaskInfo");

    private final String type;
    private final String item;

    @SuppressWarnings("ImmutableEnumChecker") // a table does not change once it is built
    private final PropertyTable<HistoryCollector> properties;

    Kind(String type, String item) {
      this.type = type;
      this.item = item;
      this.properties =
          PropertyTable.<HistoryCollector>of(
                  type,
                  PropertyTable.<HistoryCollector>of("HistoryCollector")
                      .with("filter", (collector, api) -> collector.filter)
                      .build())
              .with("latestPage", (collector, api) -> collector.latestPage(api))
              .build();
    }

    /** VI type of its collectors. */
    public String type() {
      return type;
    }
  }

  /** What a page holds at most unless the client wants it otherwise. */
  private static final int PAGE = 10;

  /** The longest page. */
  public static final int MAX_PAGE = 1000;

  private final Kind kind;
  private final Object filter;
  private final Supplier<List<? extends Happening>> source;
  private final Consumer<ManagedObject> end;
  private int pageSize = PAGE;

  /** Number of the newest happening that lies before the place to read from. */
  private int before;

  /**
   * @param filter what the client chose the part by
   * @param source that part, oldest first
   * @param end called when the collector is gone
   */
  public HistoryCollector(
      ManagedObjectReference ref,
      Kind kind,
      Object filter,
      Supplier<List<? extends Happening>> source,
      Consumer<ManagedObject> end) {
    super(ref);
    this.kind = kind;
    this.filter = filter;
    this.source = source;
    this.end = end;
  }

  /** Sets how many the latest page shows; from 1 to {@link #MAX_PAGE}. */
  public void setPageSize(int size) {
    pageSize = size;
  }

  /** Goes before the oldest. */
  public void rewind() {
    before = 0;
  }

  /** Goes before the latest page, so that reading back gives what is older than that. */
  public void reset() {
    List<? extends Happening> all = source.get();
    int older = all.size() - pageSize;
    before = older > 0 ? all.get(older - 1).number() : 0;
  }

  /** The next ones towards the newest, oldest first. */
  public List<Object> next(int max, ApiRelease api) {
    List<Object> page = new ArrayList<>();
    for (Happening each : source.get()) {
      if (each.number() > before && page.size() < max) {
        page.add(each.shown(api));
        before = each.number();
      }
    }
    return page;
  }

  /** The next ones towards the oldest, newest first. */
  public List<Object> previous(int max, ApiRelease api) {
    List<Object> page = new ArrayList<>();
    for (Happening each : source.get().reversed()) {
      if (each.number() <= before && page.size() < max) {
        page.add(each.shown(api));
        before = each.number() - 1;
      }
    }
    return page;
  }

  private ArrayOf latestPage(ApiRelease api) {
    List<? extends Happening> all = source.get();
    return new ArrayOf(
        kind.item,
        all.subList(Math.max(0, all.size() - pageSize), all.size()).reversed().stream()
            .map(each -> each.shown(api))
            .toList());
  }

  @Override
  public void close() {
    end.accept(this);
  }

  @Override
  protected PropertyTable<?> table() {
    return kind.properties;
  }
}
