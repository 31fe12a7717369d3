package dev.vireo.nest.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.nest.NestException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {

  private static final String HASH =
      "$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz1";

  /** The vectors of the text that describes the hash. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Hello world! | saltstring | 5000 | $6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz1
          Hello world! | saltstringsaltstring | 10000 | $6$rounds=10000$saltstringsaltst$OW1/O6BYHV6BcXZu8QVeXbDWra3Oeqh0sbHbbMCVNSnCM/UrjmM0Dp8vOuZeHBy/YTBmSK6H9qs/y3RnOaw5v.
          This is just a test | toolongsaltstring | 5000 | $6$toolongsaltstrin$lQ8jolhgVRVhY4b5pZKaysCLi0QBxGoNeKQzQ3glMhwllF7oGDZxUhx1yxdYcz/e1JSbq3y6JMxxl8audkUEm0
          a very much longer text to encrypt.  This one even stretches over morethan one line. | anotherlongsaltstring | 1400 | $6$rounds=1400$anotherlongsalts$POfYwTEok97VWcjxIiSOjiykti.o/pQs.wPvMxQ6Fm7I6IoYN3CmLs66x9t0oSwbtEW7o7UmJEiDwGqd8p4ur1
          we have a short salt string but not a short password | short | 77777 | $6$rounds=77777$short$WuQyW2YR.hBNpjjRhpYD/ifIw05xdfeEyQoMxIXbkvr0gge1a1x3yRULJ5CCaUeOxFmtlcGZelFl5CxtgfiAc0
          a short string | asaltof16chars.. | 123456 | $6$rounds=123456$asaltof16chars..$BtCwjqMJGx5hrJhZywWvt0RLE8uZ4oPwcelCjmw2kSYu.Ec6ycULevoBK25fs2xXgMNrCzIMVcgEJAstJeonj1
          """)
  void theHashIsThatOfTheText(String password, String salt, int rounds, String hash) {
    assertThat(Sha512Crypt.hash(password.getBytes(StandardCharsets.UTF_8), salt, rounds))
        .isEqualTo(hash);
  }

  @Test
  void thePasswordIsOverwritten() {
    char[] password = "VMware1!".toCharArray();

    PasswordHash.of(password);

    assertThat(password).containsOnly('\0');
  }

  @Test
  void thePasswordIsOverwrittenWhenItIsRefusedToo() {
    char[] password = "VMware1!\n".toCharArray();

    assertThatThrownBy(() -> PasswordHash.of(password))
        .isInstanceOf(NestException.class)
        .hasMessageContaining("a line break at its end");
    assertThat(password).containsOnly('\0');
  }

  @Test
  void eachHashHasASaltOfItsOwn() {
    String one = PasswordHash.of("VMware1!".toCharArray()).crypt();
    String other = PasswordHash.of("VMware1!".toCharArray()).crypt();

    assertThat(one).isNotEqualTo(other);
    String salt = one.split("\\$")[2];
    assertThat(salt).hasSize(16);
    assertThat(Sha512Crypt.hash("VMware1!".getBytes(StandardCharsets.UTF_8), salt, 5000))
        .isEqualTo(one);
  }

  @Test
  void anEmptyPasswordIsRefused() {
    assertThatThrownBy(() -> PasswordHash.of(new char[0]))
        .hasMessage("root's password is empty: ESXi wants one");
  }

  @Test
  void aHashMadeElsewhereIsTaken() {
    assertThat(PasswordHash.ofCrypt(HASH).crypt()).isEqualTo(HASH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "VMware1!",
        "$1$salt$qJH7.N4xYta3aEG/dfqo/0",
        HASH + "\nreboot",
        HASH + " --x",
        "$6$salt$short",
        ""
      })
  void whatIsNoHashOfThisKindIsRefusedWithoutShowingIt(String text) {
    assertThatThrownBy(() -> PasswordHash.ofCrypt(text))
        .isInstanceOf(NestException.class)
        .hasMessageStartingWith("the hash of root's password is not one of SHA-512 crypt")
        .extracting("hints")
        .isEqualTo(List.of("make one with `openssl passwd -6`, or give the password"));
  }

  @Test
  void theHashIsNotShown() {
    assertThat(PasswordHash.ofCrypt(HASH)).hasToString("PasswordHash[hidden]");
  }
}
