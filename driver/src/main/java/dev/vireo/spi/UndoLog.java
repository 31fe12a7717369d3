package dev.vireo.spi;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What an operation has made so far, to be taken back, the last first, when the rest of it fails.
 * For use by one thread.
 */
public final class UndoLog {

  /** Takes one thing back; it may be asked to do so twice. */
  @FunctionalInterface
  public interface Action {
    /** Takes it back. */
    void run() throws IOException;
  }

  /** What the log has to know of the failures of an operation. */
  public interface Failures {

    /** Whether a failure left something behind already, on whose account all has to stay. */
    default boolean leftBehind(RuntimeException cause) {
      return false;
    }

    /** Whether something failed because of an interrupt that this thread may yet get. */
    default boolean isInterrupt(Exception failure) {
      return false;
    }

    /**
     * The failure, which also says what was left behind.
     *
     * @param stays what, one phrase each; at least one
     */
    RuntimeException leaving(RuntimeException cause, List<String> stays);
  }

  private static class OfLibvirt implements Failures {

    @Override
    public RuntimeException leaving(RuntimeException cause, List<String> stays) {
      LibvirtException error =
          cause instanceof LibvirtException e
              ? e
              : LibvirtException.builder(ErrorCode.INTERNAL_ERROR, text(cause))
                  .cause(cause)
                  .build();
      return error.leaving(stays);
    }
  }

  /** The failures of drivers, which are {@link LibvirtException}s. */
  public static final Failures LIBVIRT = new OfLibvirt();

  private static final class OfUnknownOutcomes extends OfLibvirt {

    @Override
    public boolean leftBehind(RuntimeException cause) {
      return cause instanceof LibvirtException e && e.isOutcomeUnknown();
    }
  }

  /**
   * As {@link #LIBVIRT}, where what the host may yet do stands on what was made for it: all stays
   * when nobody knows whether it will.
   */
  public static final Failures LIBVIRT_UNLESS_UNKNOWN = new OfUnknownOutcomes();

  private record Step(String what, Action action) {}

  private final Failures failures;
  private final Deque<Step> steps = new ArrayDeque<>();
  private boolean interrupted;

  /** Starts with nothing done. */
  public UndoLog(Failures failures) {
    this.failures = failures;
  }

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
    boolean holds = failures.leftBehind(cause);
    while (!steps.isEmpty() && stays.isEmpty() && !holds) {
      Step step = steps.pop();
      try {
        run(step.action());
      } catch (IOException | RuntimeException e) {
        cause.addSuppressed(e);
        stays.add(step.what() + " stays: " + text(e));
      }
    }
    steps.forEach(step -> stays.add(step.what() + " stays, too"));
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return stays.isEmpty() ? cause : failures.leaving(cause, stays);
  }

  /**
   * Tries twice when it is interrupted. Ctrl-C ends a program that runs and interrupts this thread,
   * and the interrupt may be the later of the two.
   */
  private void run(Action action) throws IOException {
    try {
      action.run();
    } catch (IOException | RuntimeException e) {
      boolean late = Thread.interrupted() || failures.isInterrupt(e);
      if (!late || interrupted) {
        throw e;
      }
      interrupted = true;
      action.run();
    }
  }

  private static String text(Exception failure) {
    String message = failure.getMessage();
    return message == null ? failure.toString() : message;
  }
}
