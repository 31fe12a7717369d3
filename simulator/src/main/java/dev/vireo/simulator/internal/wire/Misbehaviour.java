package dev.vireo.simulator.internal.wire;

import dev.vireo.simulator.FaultEffect;
import dev.vireo.simulator.internal.object.RaisedFault;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** Answers requests wrongly, as their effects say. Thread-safe. */
final class Misbehaviour {

  private final SoapEndpoint soap;

  /** The first answers to the operations that an effect repeats; gone with it. */
  private final Map<FaultEffect.Repeat, Map<String, Outbound.Answer>> firsts = new WeakHashMap<>();

  Misbehaviour(SoapEndpoint soap) {
    this.soap = soap;
  }

  /** What the client gets instead of the request being carried out; null to carry it out. */
  @Nullable Outbound instead(String operation, Inbound request, List<FaultEffect> effects)
      throws IOException {
    for (FaultEffect effect : effects) {
      Outbound outbound =
          switch (effect) {
            case FaultEffect.HttpStatus e -> answer(e, null);
            case FaultEffect.Redirect e -> answer(e, null);
            case FaultEffect.Garbage e -> answer(e, null);
            case FaultEffect.NeverAnswer e -> answer(e, null);
            case FaultEffect.TimeOut e -> answer(e, null);
            case FaultEffect.CutRequest e -> {
              request.body().skip(e.afterBytes());
              yield new Outbound.Cut(Outbound.Answer.status(200), 0);
            }
            case FaultEffect.StallRequest e -> {
              request.body().skip(e.afterBytes());
              yield new Outbound.Deafness();
            }
            case FaultEffect.Repeat repeat -> first(repeat, operation);
            default -> null;
          };
      if (outbound != null) {
        return outbound;
      }
    }
    return null;
  }

  /** What the client gets of the answer to a request that was carried out. */
  Outbound afterwards(String operation, List<FaultEffect> effects, Outbound.Answer answer) {
    for (FaultEffect effect : effects) {
      switch (effect) {
        case FaultEffect.CutConnection cut -> {
          return new Outbound.Cut(answer, cut.afterBytes());
        }
        case FaultEffect.Stall stall -> {
          return new Outbound.Stall(answer, stall.afterBytes());
        }
        case FaultEffect.ShortBody shorter -> {
          return answer.first(shorter.bytes());
        }
        case FaultEffect.Drip drip -> {
          return new Outbound.Drip(answer, drip.bytes(), drip.pause());
        }
        case FaultEffect.Afterwards lost -> {
          return answer(lost.answer(), answer);
        }
        case FaultEffect.Repeat repeat -> remember(repeat, operation, answer);
        default -> {}
      }
    }
    return answer;
  }

  private Outbound answer(FaultEffect effect, Outbound.@Nullable Answer real) {
    return switch (effect) {
      case FaultEffect.HttpStatus e -> Outbound.Answer.status(e.status());
      case FaultEffect.Redirect e -> Outbound.Answer.redirect(e.location());
      case FaultEffect.Garbage e ->
          real == null
              ? Outbound.Answer.text(200, "text/xml; charset=utf-8", e.body())
              : real.with(e.body());
      case FaultEffect.SoapFault e -> soap.fault(new RaisedFault(e.fault(), e.message()));
      case FaultEffect.NeverAnswer e -> new Outbound.Silence();
      case FaultEffect.TimeOut e -> new Outbound.TimedOut();
      default -> throw new IllegalArgumentException("Not an answer: " + effect);
    };
  }

  private synchronized Outbound.@Nullable Answer first(
      FaultEffect.Repeat repeat, String operation) {
    Map<String, Outbound.Answer> byOperation = firsts.get(repeat);
    return byOperation == null ? null : byOperation.get(operation);
  }

  private synchronized void remember(
      FaultEffect.Repeat repeat, String operation, Outbound.Answer answer) {
    firsts.computeIfAbsent(repeat, key -> new HashMap<>()).putIfAbsent(operation, answer);
  }
}
