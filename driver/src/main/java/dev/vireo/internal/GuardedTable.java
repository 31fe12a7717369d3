package dev.vireo.internal;

import dev.vireo.ErrorCode;
import dev.vireo.ErrorDomain;
import dev.vireo.LibvirtException;
import dev.vireo.TaskOptions;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A table of a driver, as the public API comes to it: on a connection that is open, not read only
 * where something changes, and behind the {@link Boundary}. The table itself is handed to nobody
 * else, so no call goes past these.
 *
 * @param <T> the table
 */
public final class GuardedTable<T> {

  private final Supplier<T> table;
  private final BooleanSupplier open;
  private final boolean readOnly;

  /**
   * @param table gives the table; asked for each call
   * @param open whether the connection is open
   * @param readOnly whether changes are refused
   */
  public GuardedTable(Supplier<T> table, BooleanSupplier open, boolean readOnly) {
    this.table = table;
    this.open = open;
    this.readOnly = readOnly;
  }

  /**
   * Makes a call that changes nothing.
   *
   * @param function the libvirt function that it is for
   */
  public <R extends @Nullable Object> R read(String function, Function<T, R> call) {
    return Boundary.get(() -> {
      requireOpen(function);
      return call.apply(table.get());
    });
  }

  /**
   * Makes a call that may change something, or that libvirt refuses on a read-only connection for
   * another reason.
   *
   * @param function the libvirt function that it is for
   */
  public <R extends @Nullable Object> R change(String function, Function<T, R> call) {
    return Boundary.get(() -> {
      requireOpen(function);
      requireWritable(function);
      return call.apply(table.get());
    });
  }

  /** As {@link #change}, without a result. */
  public void run(String function, Consumer<T> call) {
    change(
        function,
        it -> {
          call.accept(it);
          return true;
        });
  }

  /**
   * As {@link #change}, for what is waited for.
   *
   * @param options the caller's, which the call gets with their callbacks marked
   */
  public void run(String function, TaskOptions options, BiConsumer<T, TaskOptions> call) {
    run(function, it -> call.accept(it, CallersCode.mark(options)));
  }

  /**
   * As {@link #change}, for what is waited for.
   *
   * @param options the caller's, which the call gets with their callbacks marked
   */
  public <R extends @Nullable Object> R change(
      String function, TaskOptions options, BiFunction<T, TaskOptions, R> call) {
    return change(function, it -> call.apply(it, CallersCode.mark(options)));
  }

  /**
   * Fails when the connection was closed.
   *
   * @param function the libvirt function that is called
   */
  public void requireOpen(String function) {
    if (!open.getAsBoolean()) {
      throw LibvirtException.builder(
              ErrorCode.INVALID_CONN, function + ": the connection is closed")
          .operation(function)
          .build();
    }
  }

  private void requireWritable(String function) {
    if (readOnly) {
      throw LibvirtException.builder(
              ErrorCode.OPERATION_DENIED, "read only access prevents " + function)
          .domain(ErrorDomain.DOM)
          .operation(function)
          .build();
    }
  }
}
