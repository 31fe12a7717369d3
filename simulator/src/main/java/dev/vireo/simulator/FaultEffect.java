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
  record CutConnection(int afterBytes) implements FaultEffect {

    /** Checks the range. */
    public CutConnection {
      if (afterBytes < 0) {
        throw new IllegalArgumentException("A count cannot be negative: " + afterBytes);
      }
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
}
