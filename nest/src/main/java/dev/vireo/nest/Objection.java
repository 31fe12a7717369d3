package dev.vireo.nest;

import java.util.Objects;
import java.util.Optional;

/**
 * Something that speaks against a wanted host.
 *
 * @param kind how much it does
 * @param text one sentence, without a full stop
 */
public record Objection(Kind kind, String text) {

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
  static Optional<Objection> of(CheckResult result) {
    String text = result.remedy() == null ? result.fact() : result.fact() + "; " + result.remedy();
    return switch (result.verdict()) {
      case SKIPPED, OK -> Optional.empty();
      case WARN -> Optional.of(warning(text));
      case KNOWN_BAD -> Optional.of(knownBad(text));
      case FAIL -> Optional.of(impossible(text));
    };
  }

  static Objection warning(String text) {
    return new Objection(Kind.WARNING, text);
  }

  static Objection knownBad(String text) {
    return new Objection(Kind.KNOWN_BAD, text);
  }

  static Objection impossible(String text) {
    return new Objection(Kind.IMPOSSIBLE, text);
  }
}
