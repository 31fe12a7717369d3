package dev.vireo.nest.internal;

import dev.vireo.nest.NestException;
import dev.vireo.nest.libvirt.VirtualizationException;
import dev.vireo.spi.UndoLog;
import java.util.List;

/** The failures of whoever makes nested hosts, for what is taken back then. */
public final class NestFailures implements UndoLog.Failures {

  /** A log with nothing in it. */
  public static UndoLog log() {
    return new UndoLog(new NestFailures());
  }

  private NestFailures() {}

  @Override
  public boolean leftBehind(RuntimeException cause) {
    return cause instanceof NestException problem && problem.leftBehind();
  }

  @Override
  public boolean isInterrupt(Exception failure) {
    return failure instanceof VirtualizationException trouble
        && trouble.kind() == VirtualizationException.Kind.INTERRUPTED;
  }

  @Override
  public RuntimeException leaving(RuntimeException cause, List<String> stays) {
    if (cause instanceof NestException problem) {
      return problem.leaving(stays);
    }
    String message = cause.getMessage();
    return new NestException(message == null ? cause.toString() : message, cause).leaving(stays);
  }
}
