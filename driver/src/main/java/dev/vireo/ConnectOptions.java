package dev.vireo;

import dev.vireo.vim.transport.ExchangeListener;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How {@link Connect#open(String, dev.vireo.auth.ConnectAuth, ConnectOptions)} opens a connection.
 *
 * @param readOnly whether operations that change something are refused
 * @param environment where {@code LIBVIRT_AUTH_FILE} and {@code XDG_CONFIG_HOME} are looked up
 * @param home home directory of the user, for {@code .config/libvirt/auth.conf}
 * @param exchangeListener hears of each request to the host; null for nobody
 */
public record ConnectOptions(
    boolean readOnly,
    Map<String, String> environment,
    Path home,
    @Nullable ExchangeListener exchangeListener) {

  /** Copies the environment. */
  public ConnectOptions {
    environment = Map.copyOf(environment);
    Objects.requireNonNull(home);
  }

  /** Read and write, with environment and home directory of this process, without a listener. */
  public static ConnectOptions defaults() {
    return new ConnectOptions(
        false, System.getenv(), Path.of(System.getProperty("user.home", "/")), null);
  }

  /** These options, read only or not. */
  public ConnectOptions withReadOnly(boolean value) {
    return new ConnectOptions(value, environment, home, exchangeListener);
  }

  /** These options with another environment. */
  public ConnectOptions withEnvironment(Map<String, String> value) {
    return new ConnectOptions(readOnly, value, home, exchangeListener);
  }

  /** These options with another home directory. */
  public ConnectOptions withHome(Path value) {
    return new ConnectOptions(readOnly, environment, value, exchangeListener);
  }

  /** These options with a listener that hears of each request to the host. */
  public ConnectOptions withExchangeListener(ExchangeListener value) {
    return new ConnectOptions(readOnly, environment, home, Objects.requireNonNull(value));
  }
}
