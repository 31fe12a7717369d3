package dev.vireo;

import dev.vireo.vim.WaitClock;
import dev.vireo.vim.transport.ExchangeListener;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How {@link Connect#open(String, dev.vireo.auth.ConnectAuth, ConnectOptions)} opens a connection.
 *
 * @param readOnly whether operations that change something are refused
 * @param environment where {@code LIBVIRT_AUTH_FILE}, {@code XDG_CONFIG_HOME} and {@code HOME} are
 *     looked up
 * @param exchangeListener hears of each request to the host; null for nobody
 * @param clock lets time pass before something is tried again; tests replace it
 */
public record ConnectOptions(
    boolean readOnly,
    Map<String, String> environment,
    @Nullable ExchangeListener exchangeListener,
    WaitClock clock) {

  /** Copies the environment. */
  public ConnectOptions {
    environment = Map.copyOf(environment);
  }

  /** Read and write, with the environment of this process, without a listener. */
  public static ConnectOptions defaults() {
    return new ConnectOptions(false, System.getenv(), null, WaitClock.SYSTEM);
  }

  /**
   * Home directory of the user, for {@code .config/libvirt/auth.conf}: as GLib has it, {@code
   * HOME}, and without that the one that the system knows.
   */
  public Path home() {
    String home = environment.getOrDefault("HOME", "");
    return Path.of(home.isEmpty() ? System.getProperty("user.home", "/") : home);
  }

  /** These options, read only or not. */
  public ConnectOptions withReadOnly(boolean value) {
    return new ConnectOptions(value, environment, exchangeListener, clock);
  }

  /** These options with another environment. */
  public ConnectOptions withEnvironment(Map<String, String> value) {
    return new ConnectOptions(readOnly, value, exchangeListener, clock);
  }

  /** These options with a listener that hears of each request to the host. */
  public ConnectOptions withExchangeListener(ExchangeListener value) {
    return new ConnectOptions(readOnly, environment, Objects.requireNonNull(value), clock);
  }

  /** These options with another clock. */
  public ConnectOptions withClock(WaitClock value) {
    return new ConnectOptions(
        readOnly, environment, exchangeListener, Objects.requireNonNull(value));
  }
}
