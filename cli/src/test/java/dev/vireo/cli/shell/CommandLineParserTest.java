package dev.vireo.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.jline.reader.CompletingParsedLine;
import org.jline.reader.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "domstate mai       | mai",
        "domstate mail\\ ar | mail\\ ar",
        "domstate 'mail ar  | 'mail ar",
        "uri; domst         | domst",
        "uri;domst          | domst",
      })
  void replacesTheWholeWordThatIsBeingTypedByTheProposalAsItIs(String line, String word) {
    CompletingParsedLine parsed =
        (CompletingParsedLine)
            new CommandLineParser().parse(line, line.length(), Parser.ParseContext.COMPLETE);

    assertThat(parsed.word()).isEqualTo(word);
    assertThat(parsed.rawWordCursor()).isEqualTo(word.length());
    assertThat(parsed.escape("mail\\ archive", true).toString()).isEqualTo("mail\\ archive");
  }
}
