package dev.vireo.internal.esx.connect;

import dev.vireo.uri.UriParameter;
import java.util.Locale;
import java.util.Optional;

/**
 * The parameters that may follow the {@code ?} of the URI of a VMware host: the one table that
 * parsing, help and documentation come from. Names count in any case; unknown ones are ignored with
 * a warning in the log.
 */
enum EsxParameter {
  /** Overrides the encrypted transport. */
  TRANSPORT(
      "transport",
      "http|https",
      "https",
      "Whether requests are encrypted.",
      ParameterValues::transport),
  /** Names the vCenter of the host, or {@code *}. */
  VCENTER(
      "vcenter",
      "HOST|*",
      "",
      "The vCenter that manages the host; * takes the one that the host names.",
      ParameterValues::text),
  /** Switches certificate checks off. */
  NO_VERIFY(
      "no_verify",
      "0|1",
      "0",
      "1 trusts any certificate of the server, even a forged one.",
      ParameterValues::flag),
  /** Answers questions that block a task. */
  AUTO_ANSWER(
      "auto_answer",
      "0|1",
      "0",
      "1 answers questions that block a task with their default, 0 reports them as errors.",
      ParameterValues::flag),
  /** Names a proxy. */
  PROXY(
      "proxy",
      "[http|socks|socks4|socks4a|socks5://]HOST[:PORT]",
      "",
      "The proxy between here and the server; its port is 1080 by default.",
      ParameterValues::proxy),
  /** Names a file of trusted authorities. */
  CACERT(
      "cacert",
      "FILE",
      "",
      "PEM file of the authorities to trust for the server's certificate.",
      ParameterValues::file),
  /** Pins the certificate. */
  FINGERPRINT(
      "fingerprint",
      "SHA-256",
      "",
      "SHA-256 fingerprint of the one certificate to trust, in hex with or without colons.",
      ParameterValues::fingerprint),
  /** Lets old versions of TLS in. */
  TLS(
      "tls",
      "default|legacy",
      "default",
      "legacy speaks TLS 1.0 to 1.2 with old ciphers, for ESX 5.x and older and for GSX.",
      ParameterValues::legacyTls),
  /** Chooses between the two uuids of a virtual machine. */
  LEGACY_UUID(
      "legacy_uuid",
      "0|1",
      "0",
      "1 identifies domains by BIOS uuid as libvirt before 12.4, 0 by instance uuid.",
      ParameterValues::flag),
  /** Names a file of credentials. */
  AUTHFILE(
      "authfile",
      "FILE",
      "",
      "File of credentials in the format of libvirt's auth.conf.",
      ParameterValues::file),
  /** Limits the time of one request. */
  TIMEOUT(
      "timeout",
      "SECONDS",
      "60",
      "How long one request may take, 1 to 3600 seconds.",
      ParameterValues::seconds);

  private final String text;
  private final String grammar;
  private final String defaultValue;
  private final String description;

  @SuppressWarnings("ImmutableEnumChecker") // only method references of a class without state
  private final ParameterValues.Check check;

  EsxParameter(
      String text,
      String grammar,
      String defaultValue,
      String description,
      ParameterValues.Check check) {
    this.text = text;
    this.grammar = grammar;
    this.defaultValue = defaultValue;
    this.description = description;
    this.check = check;
  }

  /** The parameter of this name, in any case. */
  static Optional<EsxParameter> named(String name) {
    for (EsxParameter parameter : values()) {
      if (parameter.text.equals(name.toLowerCase(Locale.ROOT))) {
        return Optional.of(parameter);
      }
    }
    return Optional.empty();
  }

  /** It, for help and documentation. */
  UriParameter shown() {
    return new UriParameter(text, grammar, defaultValue, description);
  }

  /** The name as it stands in a URI. */
  String text() {
    return text;
  }

  /** The values that it takes, as a grammar. */
  String grammar() {
    return grammar;
  }

  /** The value that it has when it is not given; empty for none. */
  String defaultValue() {
    return defaultValue;
  }

  /**
   * Checks a value.
   *
   * @throws dev.vireo.LibvirtException {@link dev.vireo.ErrorCode#INVALID_ARG} when it is not
   *     acceptable
   */
  void check(String value) {
    check.accept(this, value);
  }
}
