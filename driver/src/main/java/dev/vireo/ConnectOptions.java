package dev.vireo;

import dev.vireo.auth.HostTrust;
import dev.vireo.internal.UserPath;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How {@link Connect#open(String, dev.vireo.auth.ConnectAuth, ConnectOptions)} opens a connection.
 *
 * @param readOnly whether operations that change something are refused
 * @param environment where {@code LIBVIRT_AUTH_FILE}, {@code VIREO_LIBVIRT_CONF}, {@code
 *     XDG_CONFIG_HOME} and {@code HOME} are looked up
 * @param requestListener hears of each request to the host; null for nobody
 * @param hostTrust decides about certificates that no authority vouches for, where the URI says
 *     nothing about them; null for trusting none
 * @param warnings hears, in one sentence each, of what is doubtful and yet keeps nobody from
 *     connecting, such as a parameter of the URI that nobody knows or a password that travels in
 *     the clear; null for the log ({@link System.Logger} {@code dev.vireo.Connect})
 * @param clock lets time pass before something is tried again; tests replace it
 */
public record ConnectOptions(
    boolean readOnly,
    Map<String, String> environment,
    @Nullable RequestListener requestListener,
    @Nullable HostTrust hostTrust,
    @Nullable Consumer<String> warnings,
    RetryClock clock) {

  /** Copies the environment. */
  public ConnectOptions {
    environment = Map.copyOf(environment);
  }

  /** Read and write, with the environment of this process, without any listener. */
  public static ConnectOptions defaults() {
    return new ConnectOptions(false, System.getenv(), null, null, null, RetryClock.SYSTEM);
  }

  /**
   * Home directory of the user, for {@code .config/libvirt/auth.conf}: as GLib has it, {@code
   * HOME}, and without that the one that the system knows.
   */
  public Path home() {
    String home = environment.getOrDefault("HOME", "");
    return UserPath.of(
        home.isEmpty() ? System.getProperty("user.home", "/") : home, "the variable HOME");
  }

  /** Tells whoever wants to know of what is doubtful, in one sentence. */
  public void warn(String sentence) {
    if (warnings == null) {
      System.getLogger(Connect.class.getName()).log(System.Logger.Level.WARNING, "{0}", sentence);
    } else {
      warnings.accept(sentence);
    }
  }

  /** These options, read only or not. */
  public ConnectOptions withReadOnly(boolean value) {
    return new ConnectOptions(value, environment, requestListener, hostTrust, warnings, clock);
  }

  /** These options with another environment. */
  public ConnectOptions withEnvironment(Map<String, String> value) {
    return new ConnectOptions(readOnly, value, requestListener, hostTrust, warnings, clock);
  }

  /** These options with a listener that hears of each request to the host. */
  public ConnectOptions withRequestListener(RequestListener value) {
    return new ConnectOptions(
        readOnly, environment, Objects.requireNonNull(value), hostTrust, warnings, clock);
  }

  /** These options with somebody who decides about certificates that no authority vouches for. */
  public ConnectOptions withHostTrust(HostTrust value) {
    return new ConnectOptions(
        readOnly, environment, requestListener, Objects.requireNonNull(value), warnings, clock);
  }

  /** These options with a listener that hears of what is doubtful. */
  public ConnectOptions withWarnings(Consumer<String> value) {
    return new ConnectOptions(
        readOnly, environment, requestListener, hostTrust, Objects.requireNonNull(value), clock);
  }

  /** These options with another clock. */
  public ConnectOptions withClock(RetryClock value) {
    return new ConnectOptions(
        readOnly, environment, requestListener, hostTrust, warnings, Objects.requireNonNull(value));
  }
}
