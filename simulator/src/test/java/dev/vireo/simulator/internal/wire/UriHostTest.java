package dev.vireo.simulator.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UriHostTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 127.0.0.1",
    "192.0.2.7, 192.0.2.7",
    "0.0.0.0, 127.0.0.1",
    "::1, [::1]",
    "::, [::1]",
    "2001:db8::7, [2001:db8::7]",
    "2001:db8:0:1:2:3:4:5, [2001:db8:0:1:2:3:4:5]",
  })
  void isWhatAClientOnThisMachineConnectsTo(String bound, String host) throws UnknownHostException {
    assertThat(UriHost.of(InetAddress.getByName(bound))).isEqualTo(host);
  }
}
