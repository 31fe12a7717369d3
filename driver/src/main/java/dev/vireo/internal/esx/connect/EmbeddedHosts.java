package dev.vireo.internal.esx.connect;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.internal.esx.EsxError;
import dev.vireo.vim.transport.EmbeddedHost;
import dev.vireo.vim.transport.EmbeddedHostProvider;
import java.util.ServiceLoader;

/** Finds the simulated hosts of this process by the name that stands in a {@code test} URI. */
final class EmbeddedHosts {

  private EmbeddedHosts() {}

  /**
   * The host of a name.
   *
   * @throws LibvirtException {@link ErrorCode#NO_CONNECT} when the simulator is not among the
   *     libraries, {@link ErrorCode#INVALID_ARG} when it has no such host
   */
  static EmbeddedHost open(String name) {
    IllegalArgumentException refusal = null;
    for (EmbeddedHostProvider provider :
        ServiceLoader.load(EmbeddedHostProvider.class, EmbeddedHosts.class.getClassLoader())) {
      try {
        return provider.open(name);
      } catch (IllegalArgumentException e) {
        refusal = e;
      }
    }
    if (refusal == null) {
      throw EsxError.builder(
              ErrorCode.NO_CONNECT,
              "test:///" + name + ": the simulated host is not on the class path")
          .hint("add the library dev.vireo:vireo-simulator")
          .build();
    }
    throw EsxError.builder(ErrorCode.INVALID_ARG, "There is no simulated host '" + name + "'")
        .hint("test:///default is always there")
        .cause(refusal)
        .build();
  }
}
