package dev.vireo.internal.esx.connect;

import dev.vireo.ErrorCode;
import dev.vireo.ErrorDomain;
import dev.vireo.LibvirtException;
import dev.vireo.auth.AuthFile;
import dev.vireo.auth.AuthName;
import dev.vireo.auth.ConnectAuth;
import dev.vireo.auth.CredentialType;
import dev.vireo.auth.Passphrase;
import dev.vireo.internal.esx.EsxError;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds user name and password in libvirt's order: the URI (the name only), {@code auth.conf}, the
 * callback. The file is read once at most and forgotten on {@link #close()}.
 */
final class CredentialSource implements AutoCloseable {

  private static final String SERVICE = "esx";

  private final ConnectAuth auth;
  private final @Nullable AuthFile file;
  private boolean asked;

  private CredentialSource(ConnectAuth auth, @Nullable AuthFile file) {
    this.auth = auth;
    this.file = file;
  }

  /**
   * Reads {@code auth.conf}, where there is one.
   *
   * @param authFileOfUri value of the URI parameter {@code authfile}, or null
   * @param warnings hears of what is doubtful about the file, in one sentence each
   */
  static CredentialSource of(
      ConnectAuth auth,
      Map<String, String> environment,
      Path home,
      @Nullable String authFileOfUri,
      Consumer<String> warnings) {
    Optional<Path> path = AuthFile.locate(environment, home, authFileOfUri);
    AuthFile file = path.map(AuthFile::read).orElse(null);
    if (file != null) {
      file.warnings().forEach(warnings);
    }
    return new CredentialSource(auth, file);
  }

  /**
   * The user name for a host.
   *
   * @param fromUri the name that the URI gives, or null
   * @param defaultUser the name to offer
   * @throws LibvirtException {@link ErrorCode#AUTH_FAILED} when nobody gives one
   */
  String userName(@Nullable String fromUri, String host, String defaultUser) {
    if (fromUri != null) {
      return fromUri;
    }
    Optional<String> fromFile = file == null ? Optional.empty() : file.userName(SERVICE, host);
    return fromFile.orElseGet(() -> askUserName(host, defaultUser));
  }

  private String askUserName(String host, String defaultUser) {
    if (!auth.supports(CredentialType.AUTHNAME)) {
      throw failed("Missing VIR_CRED_AUTHNAME credential type").build();
    }
    AuthName question =
        new AuthName("Enter username for " + host + " [" + defaultUser + "]", host, defaultUser);
    auth.answer(List.of(question));
    String answer = question.result();
    if (answer == null) {
      throw failed("Username request failed")
          .hint("the user name for '" + host + "' may stand in the URI or in auth.conf")
          .build();
    }
    return answer;
  }

  /**
   * The password of a user on a host; the caller clears it.
   *
   * @throws LibvirtException {@link ErrorCode#AUTH_FAILED} when nobody gives one
   */
  char[] password(String userName, String host) {
    Optional<char[]> fromFile = file == null ? Optional.empty() : file.password(SERVICE, host);
    asked = fromFile.isEmpty();
    return fromFile.orElseGet(() -> askPassword(userName, host));
  }

  private char[] askPassword(String userName, String host) {
    Passphrase question =
        new Passphrase(passwordType(), "Enter " + userName + "'s password for " + host, host);
    try {
      auth.answer(List.of(question));
      char[] answer = question.result();
      if (answer == null) {
        throw failed("Password request failed")
            .hint("the password of '" + userName + "' on '" + host + "' may stand in auth.conf")
            .build();
      }
      return answer;
    } finally {
      question.clear();
    }
  }

  private CredentialType passwordType() {
    for (CredentialType type : List.of(CredentialType.PASSPHRASE, CredentialType.NOECHOPROMPT)) {
      if (auth.supports(type)) {
        return type;
      }
    }
    throw failed("Missing VIR_CRED_PASSPHRASE or VIR_CRED_NOECHOPROMPT credential type").build();
  }

  /**
   * Whether {@link #password} may give another one than the one that was refused.
   *
   * @param refusals how many were refused so far
   */
  boolean hasAnother(int refusals) {
    return asked && auth.asksAgain(refusals);
  }

  private static LibvirtException.Builder failed(String detail) {
    return EsxError.builder(ErrorCode.AUTH_FAILED, detail).domain(ErrorDomain.AUTH);
  }

  @Override
  public void close() {
    if (file != null) {
      file.close();
    }
  }
}
