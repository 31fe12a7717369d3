package dev.vireo.vim.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which hosts are looked up, and by whom. */
class ResolverTest {

  private final AtomicReference<@Nullable Thread> asker = new AtomicReference<>();
  private final Resolver resolver =
      new Resolver(host -> {
        asker.set(Thread.currentThread());
        return new InetAddress[] {InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1})};
      });

  private static HttpCall call() {
    return HttpCall.of(TestRequests.post("<a/>"), Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "0.9.10.99", "::1", ":1", "fe80::1%lo"})
  void anAddressNeedsNoThreadOfItsOwn(String host) throws Exception {
    assertThat(Resolver.isAddress(host)).isTrue();
    assertThat(resolver.resolve(host, call())).hasSize(1);
    assertThat(asker.get()).isSameAs(Thread.currentThread());
  }

  @ParameterizedTest
  @ValueSource(strings = {"esx1", "1.2.3", "1.2.3.4.5", "1.2.3.x", "a.b.c.d", "1.2.3./", "1.2.3.:"})
  void whatOnlyLooksLikeAnAddressIsTakenForAName(String host) {
    assertThat(Resolver.isAddress(host)).isEqualTo(host.contains(":"));
  }

  @Test
  void aNameIsLookedUpByAThreadThatCanBeLeftAlone() throws Exception {
    assertThat(resolver.resolve("esx.test", call())[0].getHostName()).isEqualTo("esx.test");
    Thread thread = asker.get();
    assertThat(thread).isNotNull().isNotSameAs(Thread.currentThread());
    assertThat(thread.isDaemon()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "a b", "a\u0001", "a\u007F", "\u00fc", "/a", "a?", "#", "u@h", "\\", "[", "]"
      })
  void whatHasNoPlaceInANameIsNoHostAndNobodyIsAsked(String host) {
    assertThat(Resolver.isHostText(host)).isFalse();
    assertThatThrownBy(() -> resolver.resolve(host, call()))
        .isInstanceOf(UnknownHostException.class);
    assertThat(asker.get()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "!", "~", "esx-1.test", "a_b", "fe80::1%eth0"})
  void whatANameMayHaveIsAsked(String host) {
    assertThat(Resolver.isHostText(host)).isTrue();
  }

  @Test
  void aNameServiceThatFailsInItsOwnWayIsNoUnknownHost() {
    Resolver failing =
        new Resolver(host -> {
          throw new IllegalStateException("no service");
        });
    assertThatThrownBy(() -> failing.resolve("esx.test", call()))
        .isInstanceOf(SocketException.class)
        .hasRootCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void aNameWithoutAddressIsUnknown() {
    Resolver empty =
        new Resolver(host -> {
          throw new UnknownHostException("odd text of the system");
        });
    assertThatThrownBy(() -> empty.resolve("esx.test", call()))
        .isInstanceOf(UnknownHostException.class)
        .hasMessage("esx.test");
  }
}
