package dev.vireo.junit;

import dev.vireo.Connect;
import dev.vireo.auth.ConnectAuth;
import dev.vireo.nest.NestException;
import dev.vireo.nest.NestedHosts;
import dev.vireo.nest.probe.HostAddress;
import dev.vireo.nest.probe.HostIdentity;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What came of the wish for a nested host; kept for all tests of a run that wish for the same. */
sealed interface NestedOutcome extends AutoCloseable {

  /** Gives back what was taken. */
  @Override
  default void close() {}

  /**
   * There is none.
   *
   * @param reason why, one sentence's part
   */
  record Missing(String reason) implements NestedOutcome {}

  /** It runs and answers. */
  final class Ready implements NestedOutcome {
    private final HostIdentity identity;
    private final String user;
    private final String password;
    private final @Nullable NestedHosts starter;
    private final String name;

    /**
     * A host that answers.
     *
     * @param identity who answered
     * @param user who logs in
     * @param password the user's
     * @param starter where to shut it down in the end; null for one that ran before
     * @param name its name
     */
    Ready(
        HostIdentity identity,
        String user,
        String password,
        @Nullable NestedHosts starter,
        String name) {
      this.identity = identity;
      this.user = user;
      this.password = password;
      this.starter = starter;
      this.name = name;
    }

    HostIdentity identity() {
      return identity;
    }

    /** A new connection. */
    Connect connect() {
      HostAddress address = identity.address();
      char[] secret = password.toCharArray();
      try {
        return Connect.open(
            "esx://" + address.text() + "/?fingerprint=" + identity.fingerprint(),
            ConnectAuth.of(user, secret));
      } finally {
        Arrays.fill(secret, '\0');
      }
    }

    @Override
    public void close() {
      if (starter != null) {
        try {
          starter.shutdown(name);
        } catch (NestException e) {
          throw new IllegalStateException(
              "the nested host " + name + " was started for tests and cannot be shut down", e);
        }
      }
    }
  }
}
