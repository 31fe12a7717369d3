package dev.vireo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobalOptionsParserTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-c test:///x list --all",
        "-ctest:///x list --all",
        "--connect test:///x list --all",
        "--connect=test:///x list --all",
        "--conn test:///x -- list --all",
      })
  void takesTheUriInEveryFormOfGetopt(String line) {
    GlobalOptions options = parse(line);
    assertThat(options.uri()).isEqualTo("test:///x");
    assertThat(options.commandLine()).containsExactly("list", "--all");
  }

  @Test
  void takesSeveralLettersInOneWord() {
    GlobalOptions options = parse("-qrtd0 list -q");
    assertThat(options.quiet()).isTrue();
    assertThat(options.readOnly()).isTrue();
    assertThat(options.timing()).isTrue();
    assertThat(options.debugLevel()).isZero();
    assertThat(options.commandLine()).containsExactly("list", "-q");
  }

  @ParameterizedTest
  @CsvSource({
    "-h list,HELP",
    "--help,HELP",
    "-v,SHORT_VERSION",
    "--version,SHORT_VERSION",
    "--version=short,SHORT_VERSION",
    "--vers,SHORT_VERSION",
    "--version=long,LONG_VERSION",
    "-qV,LONG_VERSION",
    "list,NONE",
  })
  void endsAtHelpAndVersion(String line, GlobalOptions.Ending ending) {
    assertThat(parse(line).ending()).isEqualTo(ending);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "-x         | unsupported option '-x'. See --help.",
        "-qJ        | unsupported option '-J'. See --help.",
        "--foo      | unsupported option '--foo'. See --help.",
        "--k 3      | unsupported option '--k'. See --help.",
        "--quiet=1  | unsupported option '-q'. See --help.",
        "-c         | option '-c'/'--connect' requires an argument",
        "--log      | option '-l'/'--log' requires an argument",
        "-d x       | option -d takes a numeric argument",
        "-k x       | Invalid value for option -k",
        "-K -1      | option -K requires a positive integer argument",
        "-e ab      | Invalid string 'ab' for escape sequence",
      })
  void reportsMistakesInVirshsWords(String line, String message) {
    assertThatThrownBy(() -> parse(line)).isInstanceOf(UsageException.class).hasMessage(message);
  }

  @Test
  void ignoresADebugLevelOutOfRange() {
    GlobalOptions options = parse("-d 9 list");
    assertThat(options.debugLevel()).isEqualTo(4);
    assertThat(options.ignoredDebugLevel()).isEqualTo(9);
  }

  private static GlobalOptions parse(String line) {
    return GlobalOptionsParser.parse(List.of(line.split(" ")));
  }
}
