package dev.vireo.cli.verb.event;

import dev.vireo.Domain;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.Interruptible;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.json.JsonWriter;
import dev.vireo.cli.verb.Verb;
import dev.vireo.cli.verb.domain.DomainOption;
import dev.vireo.event.DomainEvent;
import dev.vireo.event.DomainEventId;
import dev.vireo.event.DomainEventStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code event}: what happens to domains, as it happens. */
public final class EventVerb implements Verb {
  private static final String EVENT = "event";
  private static final String ALL = "all";
  private static final String LOOP = "loop";
  private static final String TIMEOUT = "timeout";
  private static final String LIST = "list";
  private static final String TIMESTAMP = "timestamp";

  /** Longer than anybody waits. */
  private static final Duration FOR_EVER = Duration.ofDays(365);

  /** Why it ended. */
  private enum End {
    DONE(""),
    TIMED_OUT("event loop timed out\n"),
    INTERRUPTED("event loop interrupted\n");

    private final String text;

    End(String text) {
      this.text = text;
    }
  }

  @Override
  public CommandSpec spec() {
    return CommandSpec.of(EVENT, CommandGroup.DOMAIN, "Domain Events")
        .description("List event types, or wait for domain events to occur")
        .option(
            OptionSpec.string(
                DomainOption.NAME,
                "filter by domain name, id or uuid",
                new Completer.Domains("--all")))
        .option(
            OptionSpec.string(
                EVENT,
                "which event type to wait for",
                new Completer.Words(ids().stream().map(DomainEventId::text).toList())))
        .option(OptionSpec.bool(ALL, "wait for all events instead of just one type"))
        .option(OptionSpec.bool(LOOP, "loop until timeout or interrupt, rather than one-shot"))
        .option(OptionSpec.number(TIMEOUT, "timeout seconds"))
        .option(OptionSpec.bool(LIST, "list valid event types"))
        .option(OptionSpec.bool(TIMESTAMP, "show timestamp for each printed event"))
        .example("event --all --loop --timestamp")
        .connects()
        .printsData()
        .build();
  }

  private static List<DomainEventId> ids() {
    return List.of(DomainEventId.values());
  }

  @Override
  public void run(Call call) {
    call.exclude(ALL, EVENT);
    call.exclude(LIST, ALL);
    call.exclude(LIST, EVENT);
    if (call.has(LIST)) {
      list(call);
      return;
    }
    Set<DomainEventId> wanted = wanted(call);
    Duration timeout = timeout(call);
    Domain domain = call.string(DomainOption.NAME) == null ? null : DomainOption.ANY.find(call);
    try (DomainEventStream events =
        domain == null
            ? call.host().domainEvents(wanted)
            : call.host().domainEvents(domain, wanted)) {
      watch(call, events, timeout);
    }
  }

  private static void list(Call call) {
    if (call.json()) {
      JsonWriter document = new JsonWriter().array();
      ids().forEach(id -> document.value(id.text()));
      call.print(document.endArray());
    } else {
      ids().forEach(id -> call.output().line(id.text()));
    }
  }

  /** Empty for all. */
  private static Set<DomainEventId> wanted(Call call) {
    String name = call.string(EVENT);
    if (name != null) {
      return Set.of(
          DomainEventId.of(name)
              .orElseThrow(() -> new CommandException("unknown event type " + name)));
    }
    if (!call.has(ALL)) {
      throw new CommandException("one of --list, --all, or --event <type> is required");
    }
    return Set.of();
  }

  private static Duration timeout(Call call) {
    Integer seconds = call.number(TIMEOUT);
    if (seconds != null && seconds < 1) {
      throw new CommandException(
          "Numeric value '" + seconds + "' for <timeout> option is malformed or out of range");
    }
    return seconds == null ? FOR_EVER : Duration.ofSeconds(seconds);
  }

  private static void watch(Call call, DomainEventStream events, Duration timeout) {
    int[] count = new int[1];
    End end = Interruptible.call(call.session(), () -> watch(call, events, timeout, count));
    if (!call.json()) {
      call.output().print(end.text);
      call.output().line("events received: " + count[0]);
    }
    if (count[0] == 0) {
      throw CommandException.withExitCode(CommandSpec.FAILED); // virsh says no more
    }
  }

  private static End watch(Call call, DomainEventStream events, Duration timeout, int[] count) {
    long start = System.nanoTime();
    try {
      while (true) {
        Optional<DomainEvent> event = events.next(timeout.minusNanos(System.nanoTime() - start));
        if (event.isEmpty()) {
          return End.TIMED_OUT;
        }
        count[0]++;
        print(call, event.get());
        if (!call.has(LOOP)) {
          return End.DONE;
        }
      }
    } catch (LibvirtException e) {
      if (e.code() != ErrorCode.OPERATION_ABORTED) {
        throw e;
      }
      return End.INTERRUPTED;
    }
  }

  private static void print(Call call, DomainEvent event) {
    @Nullable Instant time = call.has(TIMESTAMP) ? Instant.now() : null;
    if (call.json()) {
      call.print(EventText.json(event, time));
    } else {
      String line = EventText.line(event);
      call.output().line(time == null ? line : EventText.time(time) + ": " + line);
    }
    call.output().flush(); // who waits for it wants it now
  }
}
