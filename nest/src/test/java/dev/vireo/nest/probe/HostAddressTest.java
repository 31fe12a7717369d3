package dev.vireo.nest.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.nest.NestException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses as people write them. */
class HostAddressTest {

  @ParameterizedTest
  @CsvSource({
    "192.168.122.10, 192.168.122.10, 443",
    "esxi-1.lab:8443, esxi-1.lab, 8443",
    "2001:db8::7, 2001:db8::7, 443",
    "[2001:db8::7]:8443, 2001:db8::7, 8443"
  })
  void isReadInEachForm(String text, String host, int port) {
    assertThat(HostAddress.parse(text)).isEqualTo(new HostAddress(host, port));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "https://esxi-1/", "root@esxi-1", "esxi 1", "esxi-1:port"})
  void whatIsNoneIsRefusedWithAnExample(String text) {
    assertThatThrownBy(() -> HostAddress.parse(text))
        .isInstanceOf(NestException.class)
        .hasMessage("'%s' is not the address of a host".formatted(text))
        .extracting("hints")
        .isEqualTo(List.of("give one such as 192.168.122.10 or esxi-1.lab:443"));
  }

  @Test
  void aPortThatDoesNotExistIsRefused() {
    assertThatThrownBy(() -> HostAddress.parse("esxi-1:70000"))
        .hasMessage("there is no port 70000, only 1 to 65535");
  }

  @Test
  void theUriLeavesTheUsualPortOut() {
    assertThat(HostAddress.parse("esxi-1").uri()).isEqualTo("esx://root@esxi-1/");
    assertThat(HostAddress.parse("[2001:db8::7]:8443").uri())
        .isEqualTo("esx://root@[2001:db8::7]:8443/");
  }
}
