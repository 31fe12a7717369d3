package dev.vireo.simulator;

import dev.vireo.simulator.internal.schema.XmlCharacters;
import dev.vireo.vim.types.MethodFault;
import java.time.Duration;

/** What a {@link FaultRule} does to a request. */
public sealed interface FaultEffect {

  /**
   * The call is refused with a SOAP fault (HTTP status 500); it has no other effect.
   *
   * @param fault the fault's detail
   * @param message the fault's text
   */
  record SoapFault(MethodFault fault, String message) implements FaultEffect {

    /** Checks that XML can carry the text. */
    public SoapFault {
      XmlCharacters.require(message, "The text of a fault");
    }
  }

  /**
   * The call starts its task, which then fails. Calls that start no task are not affected.
   *
   * @param fault the task's error
   * @param message the error's localised text
   */
  record TaskFault(MethodFault fault, String message) implements FaultEffect {

    /** Checks that XML can carry the text. */
    public TaskFault {
      XmlCharacters.require(message, "The text of a fault");
    }
  }

  /**
   * The request is answered with a bare HTTP status and has no other effect.
   *
   * @param status a status code, 200 to 599
   */
  record HttpStatus(int status) implements FaultEffect {

    /** Checks the range. */
    public HttpStatus {
      if (status < 200 || status > 599) {
        throw new IllegalArgumentException("Not a final HTTP status: " + status);
      }
    }
  }

  /**
   * The call is carried out, and the connection is cut after a part of its answer.
   *
   * @param afterBytes bytes of the body that still go out; zero cuts before the status line
   */
  record CutConnection(long afterBytes) implements FaultEffect {

    /** Checks the range. */
    public CutConnection {
      requireCount(afterBytes);
    }
  }

  /**
   * The request is carried out, and its answer stops after a part of its body, for ever; in this
   * process the client's time for it runs out at once, as if it had passed.
   *
   * @param afterBytes bytes of the body that still go out
   */
  record Stall(long afterBytes) implements FaultEffect {

    /** Checks the range. */
    public Stall {
      requireCount(afterBytes);
    }
  }

  /**
   * The request is carried out, and its answer is well-formed, though it lacks the last bytes of
   * its body.
   *
   * @param bytes length of the body that goes out
   */
  record ShortBody(long bytes) implements FaultEffect {

    /** Checks the range. */
    public ShortBody {
      requireCount(bytes);
    }
  }

  /**
   * The request is answered with status 200 and this text, and has no other effect.
   *
   * @param body what goes out instead of an answer
   */
  record Garbage(String body) implements FaultEffect {}

  /**
   * The answer comes later than usual.
   *
   * @param time what is added
   */
  record Delay(Duration time) implements FaultEffect {

    /** Checks the range. */
    public Delay {
      if (time.isNegative()) {
        throw new IllegalArgumentException("A duration cannot be negative: " + time);
      }
    }
  }

  /** All sessions end just before the request is looked at, which then goes its usual way. */
  record ExpireSessions() implements FaultEffect {}

  /** The answer never comes; the call has no other effect. */
  record NeverAnswer() implements FaultEffect {}

  /**
   * The connection is cut before the request is carried out: it has no effect.
   *
   * @param afterBytes bytes of its body that are read before; the body of a call is read in any
   *     case
   */
  record CutRequest(long afterBytes) implements FaultEffect {

    /** Checks the range. */
    public CutRequest {
      requireCount(afterBytes);
    }

    /** A cut before the body. */
    public CutRequest() {
      this(0);
    }
  }

  /**
   * The host stops reading within the body of the request, and says nothing: it has no effect. In
   * this process the client's time for it runs out at once, as if it had passed; over HTTP the
   * connection stays as long as {@link ServeLimits#transferTime} says.
   *
   * @param afterBytes bytes of the body that are read before
   */
  record StallRequest(long afterBytes) implements FaultEffect {

    /** Checks the range. */
    public StallRequest {
      requireCount(afterBytes);
    }
  }

  /**
   * The client's time for the request runs out: in this process at once, as if it had passed; over
   * HTTP the answer never comes. The call has no other effect.
   */
  record TimeOut() implements FaultEffect {}

  /**
   * The request is answered with a redirect (HTTP status 302) and has no other effect.
   *
   * @param location where it points to
   */
  record Redirect(String location) implements FaultEffect {}

  /**
   * The call is carried out, and its answer is lost: the client gets another one.
   *
   * @param answer what it gets: a {@link SoapFault}, {@link HttpStatus}, {@link Redirect}, {@link
   *     Garbage}, {@link NeverAnswer} or {@link TimeOut}
   */
  record Afterwards(FaultEffect answer) implements FaultEffect {

    /** Checks that the effect is an answer. */
    public Afterwards {
      switch (answer) {
        case SoapFault e -> {}
        case HttpStatus e -> {}
        case Redirect e -> {}
        case Garbage e -> {}
        case NeverAnswer e -> {}
        case TimeOut e -> {}
        default -> throw new IllegalArgumentException("Not an answer: " + answer);
      }
    }
  }

  /**
   * The call is carried out, and its answer comes piece by piece; in this process all at once.
   *
   * @param bytes size of a piece; at least 1
   * @param pause time before each
   */
  record Drip(int bytes, Duration pause) implements FaultEffect {

    /** Checks the ranges. */
    public Drip {
      if (bytes < 1 || pause.isNegative()) {
        throw new IllegalArgumentException("Out of range: " + bytes + ", " + pause);
      }
    }
  }

  /**
   * The first call of each operation that this rule hits is carried out; all later ones are
   * answered with the same bytes and have no other effect. Each object of this class has its own
   * memory.
   */
  final class Repeat implements FaultEffect {

    /** Remembers nothing yet. */
    public Repeat() {}
  }

  private static void requireCount(long bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException("A count cannot be negative: " + bytes);
    }
  }
}
