package dev.vireo.spi;

import dev.vireo.Connect;
import dev.vireo.ConnectOptions;
import dev.vireo.auth.ConnectAuth;
import dev.vireo.uri.ConnectUri;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Opens whatever connection a test has made, by {@code fake:///NAME}. */
public final class FakeDriver implements HypervisorDriver {

  private static final Map<String, HypervisorConnection> CONNECTIONS = new ConcurrentHashMap<>();

  /** Connects to a connection. */
  public static Connect connect(HypervisorConnection connection, boolean readOnly) {
    String name = UUID.randomUUID().toString();
    CONNECTIONS.put(name, connection);
    return Connect.open(
        "fake:///" + name,
        ConnectAuth.unattended(),
        ConnectOptions.defaults().withReadOnly(readOnly));
  }

  @Override
  public List<String> schemes() {
    return List.of("fake");
  }

  @Override
  public List<String> uriForms() {
    return List.of();
  }

  @Override
  public HypervisorConnection open(
      ConnectUri uri, @Nullable ConnectAuth auth, ConnectOptions options) {
    return Objects.requireNonNull(CONNECTIONS.remove(uri.path().get(0)));
  }
}
