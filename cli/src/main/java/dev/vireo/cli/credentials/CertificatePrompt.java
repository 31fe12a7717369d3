package dev.vireo.cli.credentials;

import dev.vireo.auth.HostTrust;
import dev.vireo.auth.KnownCertificate;
import dev.vireo.auth.KnownHosts;
import dev.vireo.auth.UntrustedCertificate;
import dev.vireo.cli.Streams;
import dev.vireo.cli.terminal.VisibleText;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Shows a certificate that no authority vouches for to whoever sits at the terminal, and asks
 * whether to trust it. What is answered with yes is kept in {@code known_hosts}. Without a terminal
 * only what that file knows is trusted.
 */
public final class CertificatePrompt implements HostTrust {
  private static final int MAX_LENGTH = 400;

  private static final String QUESTION = "Trust this certificate (yes/no/once)? ";
  private static final String AGAIN = "Type 'yes', 'no' or 'once': ";

  private final Streams streams;
  private final KnownHosts knownHosts;
  private final Consumer<String> warnings;
  private boolean unasked;

  private CertificatePrompt(Streams streams, KnownHosts knownHosts, Consumer<String> warnings) {
    this.streams = streams;
    this.knownHosts = knownHosts;
    this.warnings = warnings;
  }

  /**
   * Asks on the terminal, if there is one.
   *
   * @param knownHosts the file of what is trusted
   * @param warnings hears of what is doubtful about the file, in one sentence each
   */
  public static CertificatePrompt on(Streams streams, Path knownHosts, Consumer<String> warnings) {
    return new CertificatePrompt(streams, new KnownHosts(knownHosts, warnings), warnings);
  }

  @Override
  public List<KnownCertificate> known(String host, int port) {
    return knownHosts.known(host, port);
  }

  @Override
  public boolean accepts(UntrustedCertificate certificate) {
    streams.out().flush();
    Prompt terminal = Prompt.onTerminal(streams);
    if (terminal == null) {
      unasked = true;
      return false;
    }
    terminal.show(describe(certificate, Instant.now()));
    String answer = terminal.line(QUESTION);
    while (answer != null) {
      switch (answer.strip().toLowerCase(Locale.ROOT)) {
        case "yes" -> {
          remember(certificate);
          return true;
        }
        case "once" -> {
          return true;
        }
        case "no" -> {
          return false;
        }
        default -> answer = terminal.line(AGAIN);
      }
    }
    return false;
  }

  private void remember(UntrustedCertificate certificate) {
    try {
      knownHosts.remember(certificate, "");
    } catch (IOException e) {
      warnings.accept(
          "the certificate is trusted this time only, since "
              + knownHosts.file()
              + " cannot be written: "
              + reason(e));
    }
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    return message == null || e instanceof FileSystemException
        ? e.getClass().getSimpleName().replace("Exception", "")
        : message;
  }

  static String describe(UntrustedCertificate certificate, Instant now) {
    String validity =
        "%s to %s".formatted(certificate.notBefore(), certificate.notAfter())
            + (now.isAfter(certificate.notAfter()) ? ", so it has expired" : "")
            + (now.isBefore(certificate.notBefore()) ? ", so it is not valid yet" : "");
    String server =
        (certificate.host().indexOf(':') < 0 ? certificate.host() : "[" + certificate.host() + "]")
            + ":"
            + certificate.port();
    return """
    The certificate of %s is not trusted: %s.
      Subject:  %s
      Issuer:   %s
      Valid:    %s
      SHA-256:  %s
    """
        .formatted(
            excerpt(server),
            excerpt(certificate.reason()),
            excerpt(certificate.subject()),
            excerpt(certificate.issuer()),
            validity,
            certificate.fingerprint());
  }

  /** What a server says, as one line that has an end. */
  static String excerpt(String text) {
    return text.codePointCount(0, text.length()) <= MAX_LENGTH
        ? VisibleText.line(text)
        : VisibleText.line(text.substring(0, text.offsetByCodePoints(0, MAX_LENGTH))) + "...";
  }

  /** How to be asked, where nobody could be; empty otherwise. */
  public String hint() {
    return unasked ? "on a terminal vireo shows the certificate and asks whether to trust it" : "";
  }
}
