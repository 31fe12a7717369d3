package dev.vireo.vim.types;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A session of a user (VI API {@code UserSession}).
 *
 * @param key identity of the session
 * @param userName the user name
 * @param fullName the full name
 * @param loginTime the login time
 * @param lastActiveTime the last active time
 * @param locale the locale
 * @param messageLocale the message locale
 * @param extensionSession the extension session; null when the server does not say
 * @param ipAddress address of the client (API 5.1); null when the server does not say
 * @param userAgent what the client calls itself (API 5.1); null when the server does not say
 * @param callCount calls so far (API 5.1); null when the server does not say
 */
public record UserSession(
    String key,
    String userName,
    String fullName,
    Instant loginTime,
    Instant lastActiveTime,
    String locale,
    String messageLocale,
    @Nullable Boolean extensionSession,
    @Nullable String ipAddress,
    @Nullable String userAgent,
    @Nullable Long callCount)
    implements DataObject {

  /** Checks that the required components are there. */
  public UserSession {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(userName, "userName");
    Objects.requireNonNull(fullName, "fullName");
    Objects.requireNonNull(loginTime, "loginTime");
    Objects.requireNonNull(lastActiveTime, "lastActiveTime");
    Objects.requireNonNull(locale, "locale");
    Objects.requireNonNull(messageLocale, "messageLocale");
  }
}
