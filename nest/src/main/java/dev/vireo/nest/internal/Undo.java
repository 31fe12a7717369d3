package dev.vireo.nest.internal;

import dev.vireo.nest.NestException;
import dev.vireo.nest.libvirt.VirtualizationException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What was done so far, to be taken back, the last first, when the rest fails. */
public final class Undo {

  /** Takes one thing back; it may be asked to do so twice. */
  public interface Action {
    /** Takes it back. */
    void run() throws IOException;
  }

  private record Step(String what, Action action) {}

  private final Deque<Step> steps = new ArrayDeque<>();
  private boolean interrupted;

  /** Starts with nothing done. */
  public Undo() {}

  /**
   * Remembers how to take back what was just done.
   *
   * @param what what it is, for {@code "%s stays"}
   * @param action takes it back
   */
  public void add(String what, Action action) {
    steps.push(new Step(what, action));
  }

  /**
   * Takes all back. What comes later stands on what came before, as a domain stands on its disk: so
   * where something cannot be taken back, now or by whoever threw the cause, that and all before it
   * stays.
   *
   * @param cause why
   * @return what to throw: the cause, or one of its kind that also says what stays
   */
  public RuntimeException run(RuntimeException cause) {
    // An interrupt is no reason to leave something behind; it is set again afterwards.
    interrupted = Thread.interrupted();
    List<String> stays = new ArrayList<>();
    boolean holds = cause instanceof NestException problem && problem.leftBehind();
    while (!steps.isEmpty() && stays.isEmpty() && !holds) {
      Step step = steps.pop();
      try {
        run(step.action());
      } catch (IOException | RuntimeException e) {
        cause.addSuppressed(e);
        stays.add("%s stays: %s".formatted(step.what(), text(e)));
      }
    }
    steps.forEach(step -> stays.add(step.what() + " stays, too"));
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return stays.isEmpty() ? cause : told(cause, stays);
  }

  /**
   * Tries twice when it is interrupted. Ctrl-C ends a program that runs and interrupts this thread,
   * and the interrupt may be the later of the two.
   */
  private void run(Action action) throws IOException {
    try {
      action.run();
    } catch (IOException | RuntimeException e) {
      boolean late = Thread.interrupted() || isInterrupt(e);
      if (!late || interrupted) {
        throw e;
      }
      interrupted = true;
      action.run();
    }
  }

  private static boolean isInterrupt(Exception failure) {
    return failure instanceof VirtualizationException trouble
        && trouble.kind() == VirtualizationException.Kind.INTERRUPTED;
  }

  private static RuntimeException told(RuntimeException cause, List<String> stays) {
    if (cause instanceof NestException problem) {
      return problem.leaving(stays);
    }
    return new NestException(text(cause), cause).leaving(stays);
  }

  private static String text(Exception failure) {
    String message = failure.getMessage();
    return message == null ? failure.toString() : message;
  }
}
