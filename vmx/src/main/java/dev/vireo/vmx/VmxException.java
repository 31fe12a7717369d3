package dev.vireo.vmx;

import org.jspecify.annotations.Nullable;

/** A configuration file or a domain that cannot be converted. The message is one sentence. */
public final class VmxException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What is wrong with it. */
  public enum Kind {
    /** A value breaks a rule (libvirt: {@code VIR_ERR_INTERNAL_ERROR}). */
    INVALID,
    /** Something that has no form in the other format ({@code VIR_ERR_CONFIG_UNSUPPORTED}). */
    UNSUPPORTED,
    /** Something that must be there is not ({@code VIR_ERR_INTERNAL_ERROR}). */
    MISSING
  }

  private final Kind kind;
  private final int line;
  private final String key;
  private final String rule;
  private final @Nullable String value;
  private final @Nullable String nearest;

  /**
   * An error.
   *
   * @param kind what is wrong
   * @param line line of the file, from 1; 0 when it belongs to none
   * @param key key of the file or element of the domain
   * @param rule the rule, to follow the key: {@code has to be a multiple of 4096 KiB}
   * @param value the value that breaks it, never a secret one; null when there is none
   * @param nearest the nearest value that the rule allows; null when there is none
   */
  public VmxException(
      Kind kind,
      int line,
      String key,
      String rule,
      @Nullable String value,
      @Nullable String nearest) {
    super(message(line, key, rule, value, nearest));
    this.kind = kind;
    this.line = line;
    this.key = key;
    this.rule = rule;
    this.value = value;
    this.nearest = nearest;
  }

  /** A value of a domain that breaks a rule; see the constructor. */
  public static VmxException invalid(
      String key, String rule, @Nullable String value, @Nullable String nearest) {
    return new VmxException(Kind.INVALID, 0, key, rule, value, nearest);
  }

  /** Something of a domain that VMX cannot express; see the constructor. */
  public static VmxException unsupported(
      String key, String rule, @Nullable String value, @Nullable String nearest) {
    return new VmxException(Kind.UNSUPPORTED, 0, key, rule, value, nearest);
  }

  private static String message(
      int line, String key, String rule, @Nullable String value, @Nullable String nearest) {
    StringBuilder text = new StringBuilder();
    if (line > 0) {
      text.append("line ").append(line).append(": ");
    }
    text.append(key).append(' ').append(rule);
    if (value != null) {
      text.append(", but is '").append(value).append('\'');
    }
    if (nearest != null) {
      text.append("; the nearest that is allowed is '").append(nearest).append('\'');
    }
    return text.toString();
  }

  /** What is wrong. */
  public Kind kind() {
    return kind;
  }

  /** Line of the file, from 1; 0 when it belongs to none. */
  public int line() {
    return line;
  }

  /** Key of the file, or element of the domain such as {@code devices/interface/model}. */
  public String key() {
    return key;
  }

  /** The rule. */
  public String rule() {
    return rule;
  }

  /** The value that breaks it; null when there is none. */
  public @Nullable String value() {
    return value;
  }

  /** The nearest value that the rule allows; null when there is none. */
  public @Nullable String nearest() {
    return nearest;
  }
}
