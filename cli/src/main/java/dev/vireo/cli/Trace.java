package dev.vireo.cli;

import dev.vireo.ConnectOptions;
import dev.vireo.HostRequest;
import dev.vireo.RequestListener;
import java.util.ArrayList;
import java.util.List;

/**
 * The requests that went to the host, for {@code --trace}: how many, how large and how long, by the
 * part of the command that made them. Requests of one kind in a row become one line.
 */
final class Trace implements RequestListener {
  private static final String ROOT = "";
  private static final String BRANCH = "+- ";
  private static final String LAST_BRANCH = "`- ";

  private final List<Phase> phases = new ArrayList<>();
  private final List<HostRequest> pending = new ArrayList<>();
  private boolean enabled;

  Trace(boolean enabled) {
    this.enabled = enabled;
  }

  /** Collects requests from now on. */
  synchronized void enable() {
    enabled = true;
  }

  synchronized boolean isEnabled() {
    return enabled;
  }

  /** Options with which the connection reports its requests here. */
  ConnectOptions listenTo(ConnectOptions options) {
    return isEnabled() ? options.withRequestListener(this) : options;
  }

  @Override
  public synchronized void answered(HostRequest exchange) {
    pending.add(exchange);
  }

  /** Puts all requests since the last call under one name. */
  synchronized void endPhase(String name) {
    if (!pending.isEmpty()) {
      phases.add(new Phase(name, List.copyOf(pending)));
      pending.clear();
    }
  }

  /** Forgets the requests of a command that nobody wants to see. */
  synchronized void drop() {
    pending.clear();
  }

  /**
   * The tree of all phases since the last call, and an empty trace again.
   *
   * @param title what the phases were for
   */
  synchronized String take(String title) {
    TraceTable table = new TraceTable();
    List<HostRequest> all = new ArrayList<>();
    for (Phase phase : phases) {
      all.addAll(phase.exchanges());
    }
    table.add(ROOT, title, all, true);
    boolean single = phases.size() == 1 && phases.get(0).name().equals(title);
    if (single) {
      addRuns(table, ROOT, all);
    }
    for (int i = 0; i < phases.size() && !single; i++) {
      boolean last = i == phases.size() - 1;
      Phase phase = phases.get(i);
      table.add(last ? LAST_BRANCH : BRANCH, phase.name(), phase.exchanges(), true);
      addRuns(table, last ? "   " : "|  ", phase.exchanges());
    }
    phases.clear();
    return table.toString();
  }

  private static void addRuns(TraceTable table, String indent, List<HostRequest> exchanges) {
    int from = 0;
    while (from < exchanges.size()) {
      int to = from + 1;
      while (to < exchanges.size() && isSameKind(exchanges.get(from), exchanges.get(to))) {
        to++;
      }
      String branch = to == exchanges.size() ? LAST_BRANCH : BRANCH;
      table.add(indent + branch, kind(exchanges.get(from)), exchanges.subList(from, to), false);
      from = to;
    }
  }

  private static boolean isSameKind(HostRequest one, HostRequest other) {
    return kind(one).equals(kind(other));
  }

  private static String kind(HostRequest exchange) {
    String failure = exchange.failure();
    return failure == null ? exchange.operation() : exchange.operation() + " -> " + failure;
  }

  /** Requests that belong together. */
  private record Phase(String name, List<HostRequest> exchanges) {}
}
