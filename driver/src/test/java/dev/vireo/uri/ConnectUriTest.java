package dev.vireo.uri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.ErrorCode;
import dev.vireo.ErrorDomain;
import dev.vireo.LibvirtException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for the URIs of all drivers; those of VMware hosts have a test of their own. */
class ConnectUriTest {

  @Test
  void aUriFallsIntoItsParts() {
    ConnectUri uri =
        ConnectUri.parse("Qemu+SSH://me%40x@[::1]:22//a/b%2Fc/?Socket=/run/s&x;=y&p=1%26&p=2#f");

    assertThat(uri.scheme()).isEqualTo("qemu");
    assertThat(uri.transport()).isEqualTo("SSH");
    assertThat(uri.user()).isEqualTo("me@x");
    assertThat(uri.host()).isEqualTo("::1");
    assertThat(uri.port()).isEqualTo(22);
    assertThat(uri.rawPath()).isEqualTo("//a/b%2Fc/");
    assertThat(uri.path()).containsExactly("a", "b/c");
    assertThat(uri.arguments())
        .containsExactly(
            new ConnectUri.Argument("Socket", "/run/s"),
            new ConnectUri.Argument("x", ""),
            new ConnectUri.Argument("", "y"),
            new ConnectUri.Argument("p", "1&"),
            new ConnectUri.Argument("p", "2"));
  }

  @Test
  void partsMayBeMissing() {
    ConnectUri uri = ConnectUri.parse("x:");

    assertThat(uri.transport()).isNull();
    assertThat(uri.user()).isNull();
    assertThat(uri.host()).isEmpty();
    assertThat(uri.port()).isZero();
    assertThat(uri.path()).isEmpty();
    assertThat(uri.arguments()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "a b, INTERNAL_ERROR",
    "word, NO_CONNECT",
    "x://u:p@h/, INVALID_ARG",
    "x://h:65536/, INVALID_ARG",
    "x://h/%00, INVALID_ARG",
    "x://h/?a=%0a, INVALID_ARG",
  })
  void aMistakeIsTheUris(String text, ErrorCode code) {
    assertThatThrownBy(() -> ConnectUri.parse(text))
        .isInstanceOfSatisfying(
            LibvirtException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.domain()).isEqualTo(ErrorDomain.URI);
            });
  }
}
