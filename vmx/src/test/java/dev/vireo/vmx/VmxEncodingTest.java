package dev.vireo.vmx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import org.junit.jupiter.api.Test;

class VmxEncodingTest {

  /** The scanner looks for these bytes without decoding the text. */
  @Test
  void noCharsetThatIsAcceptedHidesSyntaxInOtherCharacters() throws CharacterCodingException {
    int accepted = 0;
    for (Charset charset : Charset.availableCharsets().values()) {
      if (!(VmxCharsets.named(charset.name()) instanceof VmxCharsets.Named.Usable)) {
        continue;
      }
      accepted++;
      CharsetEncoder encoder = charset.newEncoder();
      for (char c = 0x80; c < 0xffff; c++) {
        if (Character.isSurrogate(c) || !encoder.canEncode(c)) {
          continue;
        }
        ByteBuffer encoded = encoder.encode(CharBuffer.wrap(new char[] {c}));
        // Some encoders write a similar character instead, which decoding never comes from.
        boolean itself = charset.decode(encoded.duplicate()).toString().equals(String.valueOf(c));
        while (itself && encoded.hasRemaining()) {
          byte b = encoded.get();
          assertThat(b >= 0 && b < '0').as("%s: U+%04X has %02X", charset, (int) c, b).isFalse();
        }
      }
    }
    assertThat(accepted).isGreaterThan(10);
  }

  @Test
  void refusesCharsetsInWhichAsciiIsNotItself() {
    for (String name :
        new String[] {"UTF-16", "UTF-16LE", "UTF-32", "IBM037", "ISO-2022-JP", "", "no such"}) {
      assertThat(VmxCharsets.named(name)).as(name).isInstanceOf(VmxCharsets.Named.Unusable.class);
    }
  }
}
