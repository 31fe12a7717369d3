package dev.vireo.spi;

import dev.vireo.ConnectOptions;
import dev.vireo.DomainState;
import dev.vireo.ErrorCode;
import dev.vireo.ErrorDomain;
import dev.vireo.LibvirtException;
import dev.vireo.TaskOptions;
import dev.vireo.auth.ConnectAuth;
import dev.vireo.flag.DomainCreateFlag;
import dev.vireo.flag.DomainListFlag;
import dev.vireo.uri.ConnectUri;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Another kind of hypervisor: one domain on a sheet of paper, brought by whatever the scheme says,
 * as in {@code memo+pigeon://HOST/?name=NAME}.
 */
public final class MemoDriver implements HypervisorDriver {

  @Override
  public List<String> schemes() {
    return List.of("memo");
  }

  @Override
  public List<String> uriForms() {
    return List.of();
  }

  @Override
  public boolean owns(ConnectUri uri) {
    return uri.scheme().equals("memo") && uri.transport() != null;
  }

  @Override
  public HypervisorConnection open(
      ConnectUri uri, @Nullable ConnectAuth auth, ConnectOptions options) {
    for (ConnectUri.Argument argument : uri.arguments()) {
      if (argument.name().equals("name")) {
        return new Sheet(uri.host() + " by " + uri.transport(), argument.value());
      }
    }
    throw LibvirtException.of(ErrorCode.INVALID_ARG, "a memo needs a name");
  }

  private static final class Sheet
      implements HypervisorConnection, HostTable, DomainTable, LifecycleTable {

    private final String host;
    private final DomainHandle domain;
    private DomainState state = DomainState.SHUTOFF;
    private boolean open = true;

    Sheet(String host, String name) {
      this.host = host;
      this.domain = new DomainHandle(name, new UUID(0, 7), 7, "line 1");
    }

    @Override
    public HostTable host() {
      return this;
    }

    @Override
    public DomainTable domains() {
      return this;
    }

    @Override
    public LifecycleTable lifecycle() {
      return this;
    }

    @Override
    public String hostName() {
      return host;
    }

    @Override
    public List<DomainEntry> list(Set<DomainListFlag> flags) {
      return List.of(new DomainEntry(domain, state));
    }

    @Override
    public DomainState state(DomainHandle of) {
      return state;
    }

    @Override
    public void create(DomainHandle of, Set<DomainCreateFlag> flags, TaskOptions options) {
      Unsupported.requireOnly(
          flags,
          Set.of(DomainCreateFlag.PAUSED),
          ErrorDomain.NONE,
          "virDomainCreateWithFlags",
          "memoDomainCreate");
      state = flags.isEmpty() ? DomainState.RUNNING : DomainState.PAUSED;
    }

    @Override
    public boolean isAlive() {
      return open;
    }

    @Override
    public void close() {
      open = false;
    }
  }
}
