package dev.vireo.nest.check;

import dev.vireo.nest.NestException;
import dev.vireo.nest.NestedHosts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that speaks against a wanted host.
 *
 * @param kind how much it does
 * @param text one sentence, without a full stop
 * @param remedy what to do about it: a command, sentence or phrase, which the text does not repeat;
 *     null when there is nothing to advise
 */
public record Objection(Kind kind, String text, @Nullable String remedy) {

  /** How much an objection speaks against a host. */
  public enum Kind {
    /** Worth knowing; the host is made. */
    WARNING,
    /** Known not to work with this ESXi version; the host is made only when that is accepted. */
    KNOWN_BAD,
    /**
     * There is less room than the disks may grow to; the host is made only when that is accepted.
     */
    OVERCOMMITTED,
    /** The host would find nothing to boot, which matters when it is started at once. */
    NOTHING_TO_BOOT,
    /**
     * libvirt did not answer, so that much was not looked at; the host cannot be made now, though
     * nothing else may speak against it. Only {@linkplain NestedHosts#draft drafts} have it.
     */
    UNCHECKED,
    /** There is a domain of this name. No other objection is there then. */
    NAME_TAKEN,
    /** This host cannot do it. */
    IMPOSSIBLE
  }

  public Objection {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(text);
  }

  /** What a result of a check means for a host that is to be made; empty for nothing. */
  public static Optional<Objection> of(HostCheckResult result) {
    return switch (result.verdict()) {
      case SKIPPED, OK -> Optional.empty();
      case WARN -> Optional.of(of(Kind.WARNING, result));
      case KNOWN_BAD -> Optional.of(of(Kind.KNOWN_BAD, result));
      case FAIL -> Optional.of(of(Kind.IMPOSSIBLE, result));
    };
  }

  private static Objection of(Kind kind, HostCheckResult result) {
    return new Objection(kind, result.fact(), result.remedy());
  }

  /** The problems of a failure; what it advises goes with the first. */
  public static List<Objection> of(NestException failure) {
    List<Objection> objections = new ArrayList<>();
    String advice = failure.hints().isEmpty() ? null : String.join("; ", failure.hints());
    for (String problem : failure.problems()) {
      objections.add(new Objection(Kind.IMPOSSIBLE, problem, advice));
      advice = null;
    }
    return objections;
  }

  /** An objection that nothing is to be advised about. */
  public Objection(Kind kind, String text) {
    this(kind, text, null);
  }

  /** The text with what to do about it, where both have to be one sentence. */
  public String told() {
    return remedy == null ? text : text + "; " + remedy;
  }

  /** Worth knowing: {@link Kind#WARNING}. */
  public static Objection warning(String text) {
    return new Objection(Kind.WARNING, text);
  }

  /** {@link Kind#KNOWN_BAD}. */
  public static Objection knownBad(String text) {
    return new Objection(Kind.KNOWN_BAD, text);
  }

  /** {@link Kind#IMPOSSIBLE}, and nothing to advise. */
  public static Objection impossible(String text) {
    return new Objection(Kind.IMPOSSIBLE, text);
  }

  /** {@link Kind#IMPOSSIBLE}, with what to do about it. */
  public static Objection impossible(String text, String remedy) {
    return new Objection(Kind.IMPOSSIBLE, text, remedy);
  }
}
